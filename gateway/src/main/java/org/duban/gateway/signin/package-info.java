@NullMarked
package org.duban.gateway.signin;

import org.jspecify.annotations.NullMarked;
