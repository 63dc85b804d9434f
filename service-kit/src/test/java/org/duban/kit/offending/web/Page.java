package org.duban.kit.offending.web;

import org.apache.kafka.common.TopicPartition;

/** HTTP that knows Kafka. */
public record Page(TopicPartition partition) {}
