package org.duban.task.plan.draft;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.duban.task.plan.reading.Reading;
import org.duban.task.plan.reading.Span;
import org.jspecify.annotations.Nullable;

/**
 * A task that a person adds to a draft.
 *
 * @param after the ordinal of the task that it follows, 0 for the first place; null for the last place
 * @param title null: taken from the text
 * @param text null: the document's words at {@code source}
 * @param source the words of the document that it is taken from; null where it stands nowhere
 */
public record NewDraftTask(
        @Nullable Integer after,
        @Nullable String title,
        @Nullable String text,
        List<String> leads,
        List<String> cooperators,
        @Nullable LocalDate dueOn,
        List<Reading.Indicator> indicators,
        @Nullable Span source) {

    DraftTask in(String document) {
        String words = text != null ? text : source == null ? title : wordsOf(document, source);
        if (source != null && source.end() > document.length() || words == null || words.isBlank()) {
            throw DraftRefused.noSuchWords();
        }
        return new DraftTask(
                0,
                title != null ? title : Headline.of(words),
                words.strip(),
                leads,
                cooperators,
                List.of(),
                dueOn,
                indicators,
                TaskDecision.KEEP,
                true,
                List.of(),
                source,
                Map.of(),
                1,
                List.of(),
                List.of(),
                null);
    }

    private static String wordsOf(String document, Span source) {
        if (source.end() > document.length()) {
            throw DraftRefused.noSuchWords();
        }
        return document.substring(source.start(), source.end()).strip();
    }
}
