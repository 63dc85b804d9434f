@NullMarked
package org.duban.gateway.clock.web;

import org.jspecify.annotations.NullMarked;
