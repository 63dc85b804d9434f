@NullMarked
package org.duban.gateway.identity.web;

import org.jspecify.annotations.NullMarked;
