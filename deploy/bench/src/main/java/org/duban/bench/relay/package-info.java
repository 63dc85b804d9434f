/** From the commit of a transaction to the reader of its event. */
@NullMarked
package org.duban.bench.relay;

import org.jspecify.annotations.NullMarked;
