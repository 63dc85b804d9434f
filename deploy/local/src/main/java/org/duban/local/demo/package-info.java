/** The made-up city 云江市, built through the gateway only, as its officials would have done it. */
@NullMarked
package org.duban.local.demo;

import org.jspecify.annotations.NullMarked;
