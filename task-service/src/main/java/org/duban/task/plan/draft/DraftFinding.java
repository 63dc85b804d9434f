package org.duban.task.plan.draft;

import java.util.UUID;
import org.duban.kit.id.Ids;
import org.duban.task.plan.reading.FindingCode;
import org.duban.task.plan.reading.Reading;
import org.duban.task.plan.reading.Span;
import org.jspecify.annotations.Nullable;

/** A doubt about a draft, and what became of it. */
public record DraftFinding(
        UUID id,
        FindingCode code,
        String text,
        Span source,
        double confidence,
        @Nullable Integer taskOrdinal,
        boolean needsPerson,
        FindingState state) {

    static DraftFinding of(Reading.Finding finding) {
        return new DraftFinding(
                Ids.next(),
                finding.code(),
                finding.text(),
                finding.source(),
                finding.confidence(),
                finding.taskOrdinal(),
                finding.needsPerson(),
                FindingState.OPEN);
    }

    /** A doubt that a person must settle before the task is adopted. */
    static DraftFinding doubt(FindingCode code, String text, Span source, int task) {
        return new DraftFinding(Ids.next(), code, text, source, 1, task, true, FindingState.OPEN);
    }

    DraftFinding in(FindingState state) {
        return new DraftFinding(id, code, text, source, confidence, taskOrdinal, needsPerson, state);
    }

    DraftFinding about(@Nullable Integer task) {
        return new DraftFinding(id, code, text, source, confidence, task, needsPerson, state);
    }

    public boolean isAbout(int task) {
        return taskOrdinal != null && taskOrdinal == task;
    }

    boolean isAbout(int task, FindingCode code) {
        return this.code == code && isAbout(task);
    }

    public boolean isAboutPhrase(String phrase) {
        return text.contains(phrase) || phrase.contains(text);
    }

    public boolean blocks() {
        return needsPerson && state == FindingState.OPEN;
    }
}
