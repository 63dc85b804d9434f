package org.duban.task.bulletin;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bulletin with its parts and how it will look.
 *
 * @param period as {@code 2026-11}, {@code 2026-Q4} or {@code 2026-W47}
 * @param issued whether it is issued, and its facts are kept
 * @param mark of the facts; handed back when it is issued
 * @param names of numbers that may stand in braces in its words
 * @param preview the document's body, block by block
 * @param mayEdit whether the caller writes and issues it
 */
public record BulletinView(
        UUID roundId,
        long version,
        UUID planId,
        String planTitle,
        String period,
        boolean issued,
        @Nullable String number,
        @Nullable LocalDate issuedOn,
        @Nullable String issuedBy,
        Texts texts,
        Facts facts,
        String mark,
        List<String> names,
        String letterhead,
        String office,
        List<Shown> preview,
        boolean mayEdit) {

    /**
     * @param kind HEADING, PARAGRAPH or TABLE
     * @param level of a heading, 1 to 4; 0 for others
     * @param text a heading's words with its number, or a paragraph's
     * @param rows a table's; the first is its head
     */
    @Schema(name = "BulletinBlock")
    public record Shown(String kind, int level, String text, List<List<String>> rows) {}
}
