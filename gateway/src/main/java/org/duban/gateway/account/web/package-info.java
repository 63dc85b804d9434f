@NullMarked
package org.duban.gateway.account.web;

import org.jspecify.annotations.NullMarked;
