@NullMarked
package org.duban.gateway;

import org.jspecify.annotations.NullMarked;
