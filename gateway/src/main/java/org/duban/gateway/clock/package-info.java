@NullMarked
package org.duban.gateway.clock;

import org.jspecify.annotations.NullMarked;
