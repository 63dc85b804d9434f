@NullMarked
package org.duban.gateway.route;

import org.jspecify.annotations.NullMarked;
