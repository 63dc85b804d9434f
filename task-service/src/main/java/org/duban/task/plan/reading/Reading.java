package org.duban.task.plan.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a document says, field by field. Each element knows the words it came from ({@code source}, in the text as it was
 * given to the reader) and how sure the reader is ({@code confidence}, 0 to 1).
 *
 * @param title the document's own title; empty where it has none
 * @param documentNumber 发文字号, exactly as written
 * @param issuer 发文机关
 * @param issuedOn 成文日期
 * @param members 成员单位 in the document's order, exactly as written
 * @param tasks every 重点任务 the document numbers, or every row of its table
 * @param goalIndicators targets of the document's goals rather than of one task
 * @param sources where {@code kind}, {@code title}, {@code documentNumber}, {@code issuer}, {@code issuedOn} and
 *     {@code members} were found; a field that was not found is absent
 */
public record Reading(
        DocumentKind kind,
        String title,
        @Nullable String documentNumber,
        @Nullable String issuer,
        @Nullable LocalDate issuedOn,
        List<String> members,
        List<Duty> duties,
        List<Task> tasks,
        List<Indicator> goalIndicators,
        List<Phase> phases,
        List<Deadline> deadlines,
        List<Cadence> cadences,
        List<Finding> findings,
        Provenance provenance,
        Map<String, Span> sources) {

    /**
     * A unit's 职责 paragraph.
     *
     * @param startsWith the first 12 characters of {@code text}
     */
    public record Duty(String unit, String startsWith, String text, Span source, double confidence) {}

    /**
     * @param ordinal counted from 1 through the document
     * @param startsWith the first 12 characters of {@code text}
     * @param title a short heading, at most 40 characters
     * @param text the whole text after its number, without the bracket that names its units
     * @param leads 牵头单位 exactly as written
     * @param cooperators 配合单位 exactly as written
     * @param wildcards phrases that stand for many units
     * @param dueOn the last day that the task itself gives
     * @param spans where {@code title}, {@code leads}, {@code cooperators}, {@code wildcards} and {@code dueOn} stand; a
     *     field that was not found is absent
     */
    public record Task(
            int ordinal,
            String startsWith,
            String title,
            String text,
            List<String> leads,
            List<String> cooperators,
            List<String> wildcards,
            @Nullable LocalDate dueOn,
            List<Indicator> indicators,
            Map<String, Span> spans,
            Span source,
            double confidence) {}

    /**
     * @param text the words as written, at most 40 characters
     * @param value a per cent figure is 0 to 100
     * @param upper given for {@link Operator#BETWEEN} only
     * @param measure as written: {@code %}, 名, 万人次
     */
    @Schema(name = "ReadingIndicator")
    public record Indicator(
            String text,
            Operator operator,
            BigDecimal value,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            BigDecimal upper,

            String measure,
            Span source,
            double confidence) {}

    /** @param to the phase's last day; a month stands for its first to its last day */
    public record Phase(String name, LocalDate from, LocalDate to, Span source, double confidence) {}

    /** A dated obligation that is owed once, outside a task. */
    public record Deadline(String text, LocalDate on, String owes, Span source, double confidence) {}

    public record Cadence(String text, Every every, String what, Span source, double confidence) {}

    /**
     * @param needsPerson whether adoption of the task waits until a person has decided
     * @param taskOrdinal the task it is about; null where it is about the document
     */
    public record Finding(
            FindingCode code,
            String text,
            Span source,
            double confidence,
            boolean needsPerson,
            @Nullable Integer taskOrdinal) {}

    /**
     * Where the document came from.
     *
     * @param approvedBy the meeting that passed it
     * @param forwardedFor whose document a notice forwards
     * @param copiedTo 抄送
     * @param printedOn 印发日期
     */
    public record Provenance(
            @Nullable String approvedBy,
            @Nullable String forwardedFor,
            List<String> copiedTo,
            @Nullable LocalDate printedOn) {}
}
