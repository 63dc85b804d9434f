@NullMarked
package org.duban.gateway.docs;

import org.jspecify.annotations.NullMarked;
