package org.duban.task.light;

/** One sentence of a rule set: the light that a task shows where the condition is met. */
public record Rule(Light light, Condition when) {}
