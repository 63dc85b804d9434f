@NullMarked
package org.duban.gateway.directory.messaging;

import org.jspecify.annotations.NullMarked;
