@NullMarked
package org.duban.gateway.token;

import org.jspecify.annotations.NullMarked;
