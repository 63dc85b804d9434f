package org.duban.task.plan.reading;

import java.util.List;

/**
 * The document as its author meant it: one passage for each paragraph, cut sentences joined again.
 *
 * @param breaks the clauses that had been cut by a page break or a stray space, joined
 */
record Manuscript(List<Passage> paragraphs, List<Passage> breaks) {}
