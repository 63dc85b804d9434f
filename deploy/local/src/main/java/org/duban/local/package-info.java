/** The local run: real PostgreSQL, real Kafka and every service on this machine, and the same infrastructure for tests. */
@NullMarked
package org.duban.local;

import org.jspecify.annotations.NullMarked;
