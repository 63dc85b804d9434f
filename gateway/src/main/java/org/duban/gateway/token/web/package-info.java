@NullMarked
package org.duban.gateway.token.web;

import org.jspecify.annotations.NullMarked;
