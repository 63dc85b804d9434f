package org.duban.task.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.duban.task.contract.CalendarEvent.WorkingDaysPublished;
import org.duban.task.contract.TaskEvent.Assignee;
import org.duban.task.contract.TaskEvent.Part;
import org.junit.jupiter.api.Test;

class GoldenEventsTest {
    private static final UUID PLAN = Golden.id(1);
    private static final UUID TASK = Golden.id(2);
    private static final UUID UNIT = Golden.id(3);
    private static final UUID COUNTY = Golden.id(4);
    private static final UUID ROUND = Golden.id(5);
    private static final UUID REPORT = Golden.id(6);
    private static final UUID URGING = Golden.id(7);
    private static final UUID MEETING = Golden.id(8);
    private static final UUID CITY_UNIT = Golden.id(9);
    private static final UUID EXTENSION = Golden.id(10);
    private static final UUID NOTICE = Golden.id(31);
    private static final String PLAN_TITLE = "临江县基层中医药服务能力提升实施方案";
    private static final String TITLE = "建立中医药工作联席会议制度";

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
            new TaskEvent.CompletionSubmitted(TASK, 3, TITLE, UNIT, 1, CITY_UNIT),
            new TaskEvent.CompletionReturned(TASK, 4, TITLE, List.of(UNIT), "佐证材料不全，请补充会议纪要。"),
            new TaskEvent.TaskClosed(TASK, 5, TITLE, LocalDate.of(2026, 11, 20)),
            new TaskEvent.TaskSuspended(TASK, 6, TITLE, "上级政策调整，暂缓推进。", LocalDate.of(2027, 1, 4)),
            new TaskEvent.TaskResumed(TASK, 7, TITLE, LocalDate.of(2027, 3, 31), "政策已明确，恢复推进。"),
            new TaskEvent.TaskReopened(TASK, 8, TITLE, LocalDate.of(2027, 3, 31), "复核发现制度未执行。"),
            new TaskEvent.TaskExtended(TASK, 9, TITLE, LocalDate.of(2027, 3, 31), LocalDate.of(2027, 6, 30), UNIT),
            new TaskEvent.CycleBegun(
                    TASK,
                    10,
                    TITLE,
                    LocalDate.of(2027, 7, 1),
                    LocalDate.of(2027, 9, 30),
                    LocalDate.of(2027, 9, 30),
                    false,
                    80),
            new TaskEvent.ExtensionRequested(
                    TASK,
                    8,
                    EXTENSION,
                    TITLE,
                    UNIT,
                    COUNTY,
                    LocalDate.of(2027, 3, 31),
                    LocalDate.of(2027, 7, 31),
                    "征求意见尚未结束。",
                    CITY_UNIT),
            new TaskEvent.ExtensionWithdrawn(TASK, 9, EXTENSION, UNIT),
            new TaskEvent.ExtensionDecided(
                    TASK, 9, EXTENSION, TITLE, UNIT, COUNTY, LocalDate.of(2027, 6, 30), "同意延至6月底。"),
            new TaskEvent.PieceHandedOver(TASK, 10, TITLE, CITY_UNIT, UNIT),
            new TaskEvent.LightChanged(
                    TASK,
                    6,
                    PLAN,
                    TITLE,
                    List.of(UNIT),
                    "BLUE",
                    "YELLOW",
                    "进度20%，序时进度45%，落后25个百分点",
                    "BEHIND",
                    LocalDate.of(2026, 11, 18)),
            new TaskEvent.UnitUrged(TASK, 6, URGING, TITLE, UNIT, COUNTY, "请抓紧推进，按时报送进展情况。"),
            new TaskEvent.RoundOpened(ROUND, PLAN, PLAN_TITLE, "2026-11", LocalDate.of(2026, 11, 25), 18),
            new TaskEvent.RoundClosed(ROUND, PLAN, "2026-11"),
            new TaskEvent.ReportsRequested(
                    ROUND,
                    PLAN_TITLE,
                    UNIT,
                    COUNTY,
                    "2026-11",
                    LocalDate.of(2026, 11, 25),
                    List.of(new TaskEvent.RequestedReport(REPORT, TASK, TITLE))),
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
            new TaskEvent.ReportAwaitsSignOff(
                    REPORT,
                    1,
                    ROUND,
                    TASK,
                    TITLE,
                    PLAN_TITLE,
                    UNIT,
                    COUNTY,
                    "2026-11",
                    LocalDate.of(2026, 11, 25),
                    "林秋实"),
            new TaskEvent.ReportSignOffRefused(
                    REPORT, 2, ROUND, TASK, TITLE, PLAN_TITLE, UNIT, COUNTY, "2026-11", "请补充完成数量。"),
            new TaskEvent.ReportSignedOff(REPORT, 3, ROUND, TASK, UNIT, "2026-11", "方晓岚"),
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

    @Test
    void travelsWordForWord() {
        Map<String, Class<?>> types = new TreeMap<>(TaskEvent.TYPES);
        types.putAll(CalendarEvent.TYPES);
        Golden.check(types, SAMPLES);
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
                        "ReportsRequested " + UNIT,
                        "ReportSubmitted " + TASK,
                        "RoundOpened " + ROUND);
    }
}
