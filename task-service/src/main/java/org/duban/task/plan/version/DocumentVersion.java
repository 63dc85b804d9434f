package org.duban.task.plan.version;

import org.duban.task.plan.draft.Draft;
import org.duban.task.plan.reading.Reading;

/**
 * One version of a document.
 *
 * @param text which every span of the reading and the draft refers to
 * @param draft what people made of the reading
 */
public record DocumentVersion(String text, Reading reading, Draft draft) {}
