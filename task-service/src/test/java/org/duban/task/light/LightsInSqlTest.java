package org.duban.task.light;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.duban.task.calendar.PublishedDays;
import org.duban.task.light.Lights.ReportFacts;
import org.duban.task.light.Lights.ReportFacts.Standing;
import org.duban.task.supervision.LedgerDatabase;
import org.duban.task.supervision.LedgerDatabase.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Counted and filtered rows show the light that the same row shows when it is opened. */
class LightsInSqlTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 10);
    private static final List<Integer> OFFSETS = List.of(-30, -1, 0, 1, 3, 4, 7, 8, 60);

    private final LedgerDatabase database = LedgerDatabase.named("lights");
    private final Lights lights = new Lights(PublishedDays.ofTheStateCouncil());

    @BeforeEach
    void clear() {
        database.clear();
    }

    @Test
    void reportsAreLitAlike() {
        for (var state : List.of("DUE", "SUBMITTED", "RETURNED", "ACCEPTED", "WAIVED", "LAPSED")) {
            for (var onTime :
                    state.equals("SUBMITTED") || state.equals("ACCEPTED") ? List.of(true, false) : List.of(false)) {
                for (int offset : OFFSETS) {
                    var dueOn = TODAY.plusDays(offset);
                    var id = database.report(new Row(
                            YearMonth.of(2026, 11),
                            UUID.randomUUID(),
                            UUID.randomUUID(),
                            UUID.randomUUID(),
                            UUID.randomUUID(),
                            null,
                            dueOn,
                            state,
                            onTime));
                    var lit = lights.report(new ReportFacts(standing(state), dueOn, dueOn, onTime), TODAY);
                    assertThat(reportLight(id))
                            .as("%s, on time %s, due %s", state, onTime, dueOn)
                            .isEqualTo(state.equals("WAIVED") ? null : lit.light());
                }
            }
        }
    }

    private @Nullable Light reportLight(UUID id) {
        return database.jdbc()
                .sql("select %s from report r where r.id = :id".formatted(Lights.REPORT_SQL))
                .param("today", TODAY)
                .param("id", id)
                .query((row, number) ->
                        java.util.Optional.ofNullable(row.getString(1)).map(Light::valueOf))
                .single()
                .orElse(null);
    }

    private static Standing standing(String state) {
        return switch (state) {
            case "SUBMITTED", "ACCEPTED" -> Standing.HANDED_IN;
            default -> Standing.valueOf(state);
        };
    }
}
