package org.duban.task.plan.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.duban.task.plan.draft.DocumentChange;
import org.duban.task.plan.draft.FindingState;
import org.duban.task.plan.draft.NewDraftTask;
import org.duban.task.plan.draft.TaskChange;
import org.duban.task.plan.draft.TaskDecision;
import org.duban.task.plan.reading.Operator;
import org.duban.task.plan.reading.Reading;
import org.duban.task.plan.reading.Span;
import org.jspecify.annotations.Nullable;

/** The corrections a review sends. The records only document them; {@link Patch} tells absent from null. */
final class Patches {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_NAMES = 100;
    private static final int MOST_PARTS = 100;
    private static final int MOST_TASKS = 10_000;
    private static final int LONGEST_DOCUMENT = 500_000;

    record DocumentPatch(
            @Nullable UUID countyId,
            @Nullable String title,
            @Nullable String documentNumber,
            @Nullable String issuer,
            @Nullable LocalDate issuedOn,

            @Schema(description = "每月报送日", minimum = "1", maximum = "28") @Nullable
            Integer reportDay,

            @Nullable List<PhasePatch> phases,

            @Schema(description = "是哪份已纳入台账的方案的新版本；空值表示不是任何方案的新版本") @Nullable
            UUID previousPlanId) {}

    record PhasePatch(String name, LocalDate from, LocalDate to) {}

    record TaskPatch(
            @Nullable String title,
            @Nullable String text,
            @Nullable List<String> leads,
            @Nullable List<String> cooperators,
            @Nullable List<String> wildcards,
            @Nullable LocalDate dueOn,
            @Nullable TaskDecision decision,
            @Nullable List<IndicatorPatch> indicators) {}

    record IndicatorPatch(
            String text,

            @Schema(allowableValues = {">=", "<=", "=", "between"})
            String operator,

            BigDecimal value,
            @Nullable BigDecimal upper,
            String measure) {}

    record TaskAddition(
            @Schema(description = "排在第几项之后，0为最前；不填则排在最后") @Nullable
            Integer after,

            @Schema(description = "不填则取文字的首句") @Nullable String title,

            @Schema(description = "不填则取 source 所指的文件文字") @Nullable
            String text,

            @Nullable List<String> leads,
            @Nullable List<String> cooperators,
            @Nullable LocalDate dueOn,
            @Nullable List<IndicatorPatch> indicators,

            @Schema(description = "取自文件的哪些文字") @Nullable Span source) {}

    /** Where a task is cut: one of the two. */
    record Cut(
            @Schema(description = "后一项在文件全文中的起始位置") @Nullable
            Integer at,

            @Schema(description = "后一项在任务文字中的起始位置") @Nullable
            Integer textAt) {}

    record Ordinals(List<Integer> ordinals) {}

    record AdoptionPart(
            @Schema(description = "只纳入这几项；不填则纳入全部保留的任务") @Nullable
            List<Integer> ordinals) {}

    record FindingPatch(FindingState state) {}

    private Patches() {}

    static DocumentChange document(Patch patch) {
        return new DocumentChange(
                patch.clearableId("countyId"),
                patch.text("title", LONGEST_TITLE),
                patch.clearableText("documentNumber", LONGEST_NAME),
                patch.clearableText("issuer", LONGEST_NAME),
                patch.clearableDay("issuedOn"),
                patch.number("reportDay", 1, 28),
                phases(patch.parts("phases", MOST_PARTS)),
                patch.clearableId("previousPlanId"));
    }

    private static @Nullable List<DocumentChange.NewPhase> phases(@Nullable List<Patch> parts) {
        if (parts == null) {
            return null;
        }
        List<DocumentChange.NewPhase> phases = new ArrayList<>();
        for (Patch part : parts) {
            LocalDate from = part.requiredDay("from");
            LocalDate to = part.requiredDay("to");
            if (to.isBefore(from)) {
                throw part.wrong("to", "阶段的截止日期早于开始日期");
            }
            phases.add(new DocumentChange.NewPhase(part.requiredText("name", LONGEST_TITLE), from, to));
        }
        return phases;
    }

    static TaskChange task(Patch patch) {
        return new TaskChange(
                patch.text("title", LONGEST_TITLE),
                patch.text("text", LONGEST_TEXT),
                patch.names("leads", LONGEST_NAME, MOST_NAMES),
                patch.names("cooperators", LONGEST_NAME, MOST_NAMES),
                patch.names("wildcards", LONGEST_NAME, MOST_NAMES),
                patch.clearableDay("dueOn"),
                indicators(patch.parts("indicators", MOST_PARTS)),
                patch.word("decision", TaskDecision.class));
    }

    private static @Nullable List<Reading.Indicator> indicators(@Nullable List<Patch> parts) {
        return parts == null ? null : parts.stream().map(Patches::indicator).toList();
    }

    private static Reading.Indicator indicator(Patch part) {
        String symbol = part.requiredText("operator", 10);
        Operator operator = Arrays.stream(Operator.values())
                .filter(one -> one.symbol().equals(symbol))
                .findFirst()
                .orElseThrow(() -> part.wrong("operator", "须是 >=、<=、= 或 between"));
        BigDecimal upper = part.optionalDecimal("upper");
        if ((operator == Operator.BETWEEN) != (upper != null)) {
            throw part.wrong("upper", "仅当取值为区间时填写上限");
        }
        return new Reading.Indicator(
                part.requiredText("text", LONGEST_TITLE),
                operator,
                part.requiredDecimal("value"),
                upper,
                part.requiredText("measure", 20),
                new Span(0, 0),
                1);
    }

    static NewDraftTask addition(Patch patch) {
        Patch source = patch.part("source");
        String title = patch.text("title", LONGEST_TITLE);
        String text = patch.text("text", LONGEST_TEXT);
        if (title == null && text == null && source == null) {
            throw patch.wrong("text", "请填写任务内容，或在文件中选择文字");
        }
        return new NewDraftTask(
                patch.number("after", 0, MOST_TASKS),
                title,
                text,
                orNone(patch.names("leads", LONGEST_NAME, MOST_NAMES)),
                orNone(patch.names("cooperators", LONGEST_NAME, MOST_NAMES)),
                patch.optionalDay("dueOn"),
                orNone(indicators(patch.parts("indicators", MOST_PARTS))),
                source == null ? null : span(source));
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static Span span(Patch source) {
        int start = source.requiredNumber("start", 0, LONGEST_DOCUMENT);
        int end = source.requiredNumber("end", 0, LONGEST_DOCUMENT);
        if (end <= start) {
            throw source.wrong("end", "须在起始位置之后");
        }
        return new Span(start, end);
    }

    static Cut cut(Patch patch) {
        Integer at = patch.number("at", 0, LONGEST_DOCUMENT);
        Integer textAt = patch.number("textAt", 0, LONGEST_DOCUMENT);
        if ((at == null) == (textAt == null)) {
            throw patch.wrong("at", "请指明拆分位置：文件中的位置或任务文字中的位置，只填一个");
        }
        return new Cut(at, textAt);
    }

    static List<Integer> ordinals(Patch patch) {
        List<Integer> ordinals = patch.numbers("ordinals", 1, MOST_TASKS);
        if (ordinals == null) {
            throw patch.wrong("ordinals", "请选择任务");
        }
        return ordinals;
    }

    static @Nullable Set<Integer> adoption(Patch patch) {
        List<Integer> ordinals = patch.numbers("ordinals", 1, MOST_TASKS);
        if (ordinals != null && ordinals.isEmpty()) {
            throw patch.wrong("ordinals", "请至少选择一项任务");
        }
        return ordinals == null ? null : new TreeSet<>(ordinals);
    }

    static FindingState finding(Patch patch) {
        FindingState state = patch.word("state", FindingState.class);
        if (state == null) {
            throw patch.wrong("state", "请说明处理结果");
        }
        return state;
    }
}
