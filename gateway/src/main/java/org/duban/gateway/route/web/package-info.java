@NullMarked
package org.duban.gateway.route.web;

import org.jspecify.annotations.NullMarked;
