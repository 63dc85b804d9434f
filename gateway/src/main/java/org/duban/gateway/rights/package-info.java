@NullMarked
package org.duban.gateway.rights;

import org.jspecify.annotations.NullMarked;
