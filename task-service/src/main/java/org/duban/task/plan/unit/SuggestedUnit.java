package org.duban.task.plan.unit;

import org.duban.task.contract.TaskEvent.Part;
import org.duban.task.directory.UnitRef;
import org.jspecify.annotations.Nullable;

/**
 * A unit whose duties fit a task (behaviours.md A11, E1). A person confirms it.
 *
 * @param unit null while the directory knows no unit of this name
 * @param name as a task would name it
 * @param role what its rank among the suggested ones speaks for
 * @param score 0 to 1
 * @param sentence the words of its duties that led to the suggestion
 * @param source the document in which they stand
 */
public record SuggestedUnit(
        @Nullable UnitRef unit, String name, Part role, double score, String sentence, String source) {}
