package org.duban.task.light;

import org.jspecify.annotations.Nullable;

/**
 * The light that a rule set gives a task on one day.
 *
 * @param reason why, in the words the page shows, with the numbers
 * @param cause what the rule looked at; null where none lit it
 */
public record Ruling(Light light, String reason, Condition.@Nullable Kind cause) {}
