package org.duban.notification.alert;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.duban.kit.event.EventChannel;
import org.duban.kit.id.Ids;
import org.duban.task.contract.TaskEvent;
import org.duban.task.contract.TaskEvent.Assignee;
import org.duban.task.contract.TaskEvent.CompletionReturned;
import org.duban.task.contract.TaskEvent.CompletionSubmitted;
import org.duban.task.contract.TaskEvent.FieldChange;
import org.duban.task.contract.TaskEvent.LightChanged;
import org.duban.task.contract.TaskEvent.NoticeAnswer;
import org.duban.task.contract.TaskEvent.NoticeAnswered;
import org.duban.task.contract.TaskEvent.NoticeAppealDecided;
import org.duban.task.contract.TaskEvent.NoticeIssued;
import org.duban.task.contract.TaskEvent.NoticeSettled;
import org.duban.task.contract.TaskEvent.NoticeStep;
import org.duban.task.contract.TaskEvent.Part;
import org.duban.task.contract.TaskEvent.ReportAccepted;
import org.duban.task.contract.TaskEvent.ReportAwaitsSignOff;
import org.duban.task.contract.TaskEvent.ReportReturned;
import org.duban.task.contract.TaskEvent.ReportSignOffRefused;
import org.duban.task.contract.TaskEvent.ReportSubmitted;
import org.duban.task.contract.TaskEvent.ReportsRequested;
import org.duban.task.contract.TaskEvent.RequestedReport;
import org.duban.task.contract.TaskEvent.TaskAcknowledged;
import org.duban.task.contract.TaskEvent.TaskAssigned;
import org.duban.task.contract.TaskEvent.TaskChanged;
import org.duban.task.contract.TaskEvent.TaskClosed;
import org.duban.task.contract.TaskEvent.UnitUrged;
import org.jspecify.annotations.Nullable;

/** Events of one task, of one unit and of one report on it, as the task-service would tell them. */
final class Story {

    static final EventChannel<TaskEvent> CHANNEL = EventChannel.of(TaskEvent.TOPIC, TaskEvent.class, TaskEvent.TYPES);
    static final String NUMBER = "督办〔2023〕12号";
    static final LocalDate DUE = LocalDate.of(2023, 3, 27);

    final UUID unit;
    final @Nullable UUID county;
    final UUID round;
    final UUID task = Ids.next();
    final UUID report = Ids.next();
    final UUID notice = Ids.next();
    final String title;
    LocalDate dueOn = DUE;

    Story(UUID unit, @Nullable UUID county, UUID round, String title) {
        this.unit = unit;
        this.county = county;
        this.round = round;
        this.title = title;
    }

    static Story ofUnit(UUID unit) {
        return new Story(unit, null, Ids.next(), "建立督办台账");
    }

    TaskAssigned assigned(boolean quiet) {
        return new TaskAssigned(
                task,
                1,
                Ids.next(),
                "年度重点工作方案",
                3,
                title,
                LocalDate.of(2023, 12, 31),
                LocalDate.of(2023, 3, 20),
                List.of(new Assignee(unit, Part.LEAD, county)),
                null,
                quiet);
    }

    TaskChanged changed(List<Assignee> assignees, List<UUID> joined, List<UUID> left, FieldChange... changes) {
        return new TaskChanged(
                task,
                7,
                Ids.next(),
                "年度重点工作方案",
                3,
                title,
                LocalDate.of(2024, 3, 31),
                LocalDate.of(2023, 3, 22),
                assignees,
                joined,
                left,
                List.of(changes));
    }

    TaskAcknowledged acknowledged() {
        return new TaskAcknowledged(task, 2, unit);
    }

    LightChanged turned(String from, String to, @Nullable String cause) {
        return new LightChanged(
                task,
                3,
                Ids.next(),
                title,
                List.of(unit),
                from,
                to,
                "进度20%，序时进度45%，落后25个百分点",
                cause,
                LocalDate.of(2023, 6, 1));
    }

    UnitUrged urged() {
        return new UnitUrged(task, 3, Ids.next(), title, unit, county, "请于本周内报送");
    }

    NoticeIssued noticed() {
        return new NoticeIssued(
                notice,
                1,
                task,
                title,
                unit,
                county,
                county,
                NoticeStep.NOTICE_YELLOW,
                NUMBER,
                "请立即报送。",
                DUE.plusDays(5));
    }

    NoticeAnswered answered(long version, NoticeAnswer answer, String words) {
        return new NoticeAnswered(notice, version, task, title, unit, county, county, NUMBER, answer, words);
    }

    NoticeAppealDecided appealDecided(long version, boolean withdrawn) {
        return new NoticeAppealDecided(notice, version, task, title, unit, county, NUMBER, withdrawn, "经核实情况属实。");
    }

    NoticeSettled settled(long version) {
        return new NoticeSettled(notice, version, task, unit, county);
    }

    CompletionSubmitted completionSubmitted(long version) {
        return new CompletionSubmitted(task, version, title, unit, null, null);
    }

    CompletionReturned completionReturned(long version) {
        return new CompletionReturned(task, version, title, List.of(unit), "材料不全");
    }

    TaskClosed closed(long version) {
        return new TaskClosed(task, version, title, LocalDate.of(2023, 4, 1));
    }

    ReportsRequested requested() {
        return new ReportsRequested(
                round, "年度重点工作方案", unit, county, "2023-03", dueOn, List.of(new RequestedReport(report, task, title)));
    }

    ReportSubmitted submitted(long version) {
        return new ReportSubmitted(
                report,
                version,
                round,
                task,
                title,
                unit,
                county,
                "2023-03",
                40,
                true,
                OffsetDateTime.parse("2023-03-20T10:00:00+08:00"));
    }

    ReportReturned returned(long version) {
        return new ReportReturned(
                report, version, round, task, title, "年度重点工作方案", unit, county, "2023-03", dueOn.plusDays(3), "数据与台账不符");
    }

    ReportAwaitsSignOff awaitsSignOff(long version) {
        return new ReportAwaitsSignOff(
                report, version, round, task, title, "年度重点工作方案", unit, county, "2023-W12", dueOn, "林秋实");
    }

    ReportSignOffRefused signOffRefused(long version) {
        return new ReportSignOffRefused(
                report, version, round, task, title, "年度重点工作方案", unit, county, "2023-Q1", "请补充完成数量");
    }

    ReportAccepted accepted(long version) {
        return new ReportAccepted(report, version, round, task, unit, "2023-03");
    }

    List<TaskEvent> reportedTwice() {
        return new ArrayList<>(List.of(requested(), submitted(2), returned(3), submitted(4), accepted(5)));
    }

    /** As it would arrive, with an id of its own. */
    static ConsumerRecord<String, byte[]> record(TaskEvent event) {
        ConsumerRecord<String, byte[]> record =
                new ConsumerRecord<>(TaskEvent.TOPIC, 0, 0, event.key(), CHANNEL.encode(event));
        record.headers().add("ce_id", Ids.next().toString().getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_type", CHANNEL.typeOf(event).getBytes(StandardCharsets.UTF_8));
        return record;
    }
}
