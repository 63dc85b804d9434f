package org.duban.task.plan.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.duban.task.plan.DocumentChange;
import org.duban.task.plan.FindingState;
import org.duban.task.plan.TaskChange;
import org.duban.task.plan.TaskDecision;
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

    record DocumentPatch(
            @Nullable UUID countyId,
            @Nullable String title,
            @Nullable String documentNumber,
            @Nullable String issuer,
            @Nullable LocalDate issuedOn,

            @Schema(description = "每月报送日", minimum = "1", maximum = "28") @Nullable
            Integer reportDay,

            @Nullable List<PhasePatch> phases) {}

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
                phases(patch.parts("phases", MOST_PARTS)));
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

    static FindingState finding(Patch patch) {
        FindingState state = patch.word("state", FindingState.class);
        if (state == null) {
            throw patch.wrong("state", "请说明处理结果");
        }
        return state;
    }
}
