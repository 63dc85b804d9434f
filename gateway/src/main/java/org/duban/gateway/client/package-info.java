@NullMarked
package org.duban.gateway.client;

import org.jspecify.annotations.NullMarked;
