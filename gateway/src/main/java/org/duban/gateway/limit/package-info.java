@NullMarked
package org.duban.gateway.limit;

import org.jspecify.annotations.NullMarked;
