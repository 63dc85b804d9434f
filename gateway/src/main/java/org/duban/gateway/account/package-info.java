@NullMarked
package org.duban.gateway.account;

import org.jspecify.annotations.NullMarked;
