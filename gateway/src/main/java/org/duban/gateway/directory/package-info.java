@NullMarked
package org.duban.gateway.directory;

import org.jspecify.annotations.NullMarked;
