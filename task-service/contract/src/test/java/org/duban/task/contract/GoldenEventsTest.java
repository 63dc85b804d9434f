package org.duban.task.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.duban.task.contract.CalendarEvent.WorkingDaysPublished;
import org.duban.task.contract.TaskEvent.Assignee;
import org.duban.task.contract.TaskEvent.Part;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What travels, word for word. A difference here is a change of the wire: a new field must be optional, anything else is a new
 * version of the type. {@code -Dgolden.write=true} writes the files anew.
 */
class GoldenEventsTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    private static final UUID PLAN = id(1);
    private static final UUID TASK = id(2);
    private static final UUID UNIT = id(3);
    private static final UUID COUNTY = id(4);
    private static final UUID ROUND = id(5);
    private static final UUID REPORT = id(6);
    private static final UUID URGING = id(7);
    private static final UUID MEETING = id(8);
    private static final UUID CITY_UNIT = id(9);
    private static final UUID NOTICE = id(31);
    private static final String PLAN_TITLE = "临江县基层中医药服务能力提升实施方案";
    private static final String TITLE = "建立中医药工作联席会议制度";

    private static UUID id(int n) {
        return UUID.fromString("0192a3b4-c5d6-7e8f-9012-3456789abc%02d".formatted(n));
    }

    private static final List<Object> SAMPLES = List.of(
            new TaskEvent.PlanAdopted(PLAN, PLAN_TITLE, COUNTY, null, 12),
            new TaskEvent.TaskAssigned(
                    TASK,
                    1,
                    PLAN,
                    PLAN_TITLE,
                    1,
                    TITLE,
                    LocalDate.of(2026, 12, 31),
                    LocalDate.of(2026, 3, 18),
                    List.of(new Assignee(UNIT, Part.LEAD, COUNTY), new Assignee(CITY_UNIT, Part.COOPERATING, null)),
                    MEETING,
                    false),
            new TaskEvent.TaskChanged(
                    TASK,
                    2,
                    PLAN,
                    PLAN_TITLE,
                    1,
                    TITLE,
                    LocalDate.of(2027, 3, 31),
                    LocalDate.of(2026, 11, 25),
                    List.of(new Assignee(UNIT, Part.LEAD, COUNTY), new Assignee(CITY_UNIT, Part.COOPERATING, null)),
                    List.of(CITY_UNIT),
                    List.of(),
                    List.of(
                            new TaskEvent.FieldChange("dueOn", "2026-12-31", "2027-03-31"),
                            new TaskEvent.FieldChange("cooperators", null, "市卫生健康委"))),
            new TaskEvent.TaskAcknowledged(TASK, 2, UNIT),
            new TaskEvent.CompletionSubmitted(TASK, 3, TITLE, UNIT),
            new TaskEvent.CompletionReturned(TASK, 4, TITLE, List.of(UNIT), "佐证材料不全，请补充会议纪要。"),
            new TaskEvent.TaskClosed(TASK, 5, TITLE, LocalDate.of(2026, 11, 20)),
            new TaskEvent.UnitUrged(TASK, 6, URGING, TITLE, UNIT, COUNTY, "请抓紧推进，按时报送进展情况。"),
            new TaskEvent.RoundOpened(ROUND, PLAN, PLAN_TITLE, "2026-11", LocalDate.of(2026, 11, 25), 18),
            new TaskEvent.RoundClosed(ROUND, PLAN, "2026-11"),
            new TaskEvent.ReportRequested(
                    REPORT, 1, ROUND, TASK, TITLE, PLAN_TITLE, UNIT, COUNTY, "2026-11", LocalDate.of(2026, 11, 25)),
            new TaskEvent.ReportSubmitted(
                    REPORT,
                    2,
                    ROUND,
                    TASK,
                    TITLE,
                    UNIT,
                    COUNTY,
                    "2026-11",
                    60,
                    true,
                    OffsetDateTime.parse("2026-11-24T16:30:00+08:00")),
            new TaskEvent.ReportAccepted(REPORT, 3, ROUND, TASK, UNIT, "2026-11"),
            new TaskEvent.ReportReturned(
                    REPORT,
                    3,
                    ROUND,
                    TASK,
                    TITLE,
                    PLAN_TITLE,
                    UNIT,
                    COUNTY,
                    "2026-11",
                    LocalDate.of(2026, 11, 27),
                    "请写明下一步打算。"),
            new TaskEvent.ReportWaived(REPORT, 4, ROUND, TASK, UNIT, "2026-11", false),
            new TaskEvent.NoticeIssued(
                    NOTICE,
                    1,
                    TASK,
                    TITLE,
                    UNIT,
                    COUNTY,
                    null,
                    TaskEvent.NoticeStep.NOTICE_YELLOW,
                    "督办〔2026〕12号",
                    "请立即报送进展情况，并书面说明逾期原因。",
                    LocalDate.of(2026, 12, 4)),
            new TaskEvent.NoticeAnswered(
                    NOTICE,
                    3,
                    TASK,
                    TITLE,
                    UNIT,
                    COUNTY,
                    null,
                    "督办〔2026〕12号",
                    TaskEvent.NoticeAnswer.REPLY,
                    "已补报进展情况，牵头科室已落实专人。"),
            new TaskEvent.NoticeAppealDecided(
                    NOTICE, 4, TASK, TITLE, UNIT, COUNTY, "督办〔2026〕12号", true, "经核实，该任务已于期限内完成，予以撤销。"),
            new TaskEvent.NoticeSettled(NOTICE, 5, TASK, UNIT, COUNTY),
            new WorkingDaysPublished(
                    2026, false, List.of(LocalDate.of(2026, 10, 1)), List.of(LocalDate.of(2026, 10, 10))));

    private static Map<String, Class<?>> types() {
        Map<String, Class<?>> types = new TreeMap<>(TaskEvent.TYPES);
        types.putAll(CalendarEvent.TYPES);
        return types;
    }

    static Stream<String> names() {
        return types().keySet().stream();
    }

    @BeforeAll
    static void writesTheFilesAnewWhereAsked() throws IOException {
        if (Boolean.getBoolean("golden.write")) {
            for (String type : types().keySet()) {
                Files.writeString(GOLDEN.resolve(type + ".json"), written(sample(type)));
            }
        }
    }

    @Test
    void everyTypeHasASample() {
        assertThat(SAMPLES)
                .extracting(Object::getClass)
                .containsExactlyInAnyOrderElementsOf(
                        types().values().stream().<Class<?>>map(type -> type).toList());
    }

    @ParameterizedTest
    @MethodSource("names")
    void travelsWordForWord(String type) throws IOException {
        Object sample = sample(type);
        String written = written(sample);
        String golden = golden(type);
        assertThat(written).isEqualTo(golden);
        assertThat(sameInstant(JSON.readValue(golden, sample.getClass()))).isEqualTo(sameInstant(sample));
    }

    // Reading normalises the offset; the instant is what was told.
    private static Object sameInstant(Object event) {
        return event instanceof TaskEvent.ReportSubmitted r
                ? List.of(
                        r.reportId(),
                        r.version(),
                        r.taskId(),
                        r.progress(),
                        r.onTime(),
                        r.submittedAt().toInstant())
                : event;
    }

    @ParameterizedTest
    @MethodSource("names")
    void fieldsOfALaterVersionAreIgnored(String type) throws IOException {
        String later = golden(type).replaceFirst("\\{", "{ \"addedLater\": {\"a\": [1]},");
        assertThat(JSON.readValue(later, sample(type).getClass())).isNotNull();
    }

    @Test
    void whatMustStayInOrderSharesTheKey() {
        List<String> keys = new ArrayList<>();
        for (Object sample : SAMPLES) {
            if (sample instanceof TaskEvent event) {
                keys.add(event.getClass().getSimpleName() + " " + event.key());
            }
        }
        assertThat(keys)
                .contains(
                        "PlanAdopted " + PLAN,
                        "TaskAssigned " + TASK,
                        "ReportSubmitted " + TASK,
                        "RoundOpened " + ROUND);
    }

    private static Object sample(String type) {
        Class<?> of = types().get(type);
        return SAMPLES.stream().filter(of::isInstance).findFirst().orElseThrow();
    }

    private static String written(Object sample) {
        return JSON.writeValueAsString(sample).replace("\r\n", "\n") + "\n";
    }

    private static String golden(String type) throws IOException {
        return Files.readString(GOLDEN.resolve(type + ".json")).replace("\r\n", "\n");
    }
}
