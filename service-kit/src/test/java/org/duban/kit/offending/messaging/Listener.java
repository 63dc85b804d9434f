package org.duban.kit.offending.messaging;

import org.springframework.http.HttpStatus;

/** Kafka that knows HTTP. */
public record Listener(HttpStatus status) {}
