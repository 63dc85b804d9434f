package org.duban.kit.event;

/**
 * An event about to be told.
 *
 * @param key what must stay in order shares it
 * @param type CloudEvents type, as {@code duban.task.task-assigned.v1}
 * @param payload becomes the JSON value
 */
public record Outgoing(String topic, String key, String type, Object payload) {}
