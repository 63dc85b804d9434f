/** What every service has alike, without a business word. */
@NullMarked
package org.duban.kit;

import org.jspecify.annotations.NullMarked;
