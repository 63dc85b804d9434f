package org.duban.journeys.recount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class FactsTest {

    private static final LocalDateTime NOW = LocalDateTime.parse("2025-03-11T09:00");
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void whatMovesANumberIsAFact() {
        var task = UUID.randomUUID();
        assertThat(Facts.of(
                        "duban.task.task-closed.v1",
                        NOW,
                        JSON.readTree(
                                "{\"taskId\":\"%s\",\"closedOn\":\"2025-03-10\",\"title\":\"任务一\"}".formatted(task))))
                .contains(new Fact.TaskClosed(NOW, task, LocalDate.parse("2025-03-10")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"unit-urged", "reports-requested", "notice-issued", "complaint-received", "score-announced"})
    void whatMovesNoneIsPassedOver(String word) {
        assertThat(Facts.of("duban.task." + word + ".v1", NOW, JSON.createObjectNode()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "duban.task.task-suspended.v1",
                "duban.task.task-split.v1",
                "duban.task.unit-urged.v2",
                "duban.meeting.notice-issued.v1"
            })
    void whatNobodyHasThoughtOfIsNot(String type) {
        assertThatThrownBy(() -> Facts.of(type, NOW, JSON.createObjectNode()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(type);
    }
}
