@NullMarked
package org.duban.gateway.identity;

import org.jspecify.annotations.NullMarked;
