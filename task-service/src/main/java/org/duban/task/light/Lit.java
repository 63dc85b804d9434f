package org.duban.task.light;

/** @param reason why, in the words the page shows: 「距截止还有3天」 */
public record Lit(Light light, String reason) {}
