/** Kafka in KRaft mode from Maven artifacts, in a JVM of its own, and the topics as code. */
@NullMarked
package org.duban.local.broker;

import org.jspecify.annotations.NullMarked;
