package org.duban.task.plan;

import java.util.List;

/**
 * What a person may put in the place of a phrase that stands for many units, or of a missing one.
 *
 * @param leads names to add to the task's lead units
 * @param cooperators names to add to the task's cooperating units
 * @param words why it is suggested
 */
public record Resolution(List<String> leads, List<String> cooperators, String words) {}
