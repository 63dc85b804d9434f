package org.duban.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.duban.faults.Findings.Alert;
import org.duban.faults.Findings.Sent;
import org.duban.faults.Findings.State;
import org.duban.kit.event.EventChannel;
import org.duban.meeting.contract.MeetingEvent;
import org.duban.task.contract.TaskEvent;
import org.jspecify.annotations.Nullable;

/** The events that lie in the topics: the state that each tells of, and the alerts that follow from it. */
final class SentEvents {

    private static final EventChannel<TaskEvent> TASK =
            EventChannel.of(TaskEvent.TOPIC, TaskEvent.class, TaskEvent.TYPES);
    private static final EventChannel<MeetingEvent> MEETING =
            EventChannel.of(MeetingEvent.TOPIC, MeetingEvent.class, MeetingEvent.TYPES);

    // A note beside a task changes nothing for those who do it.
    private static final Set<String> UNTOLD = Set.of("number", "remark");

    private SentEvents() {}

    /** @return those of the topic that a service sent, each partition in its order */
    static List<Sent> in(String topic, Topics topics) {
        return topics.read(topic).stream()
                .filter(record -> Topics.header(record, Topics.OURS) == null)
                .map(SentEvents::sent)
                .toList();
    }

    private static Sent sent(ConsumerRecord<String, byte[]> record) {
        String type = String.valueOf(Topics.header(record, "ce_type"));
        UUID id = UUID.fromString(String.valueOf(Topics.header(record, "ce_id")));
        if (record.topic().equals(TaskEvent.TOPIC)) {
            TaskEvent event = TASK.decode(type, record.value()).orElseThrow();
            return sent(record, id, state(event), asked(event), tells(event));
        }
        MeetingEvent event = MEETING.decode(type, record.value()).orElseThrow();
        return sent(record, id, null, List.of(), tells(event));
    }

    private static Sent sent(
            ConsumerRecord<String, byte[]> record,
            UUID id,
            @Nullable State state,
            List<UUID> asked,
            List<Alert> tells) {
        return new Sent(record.topic(), record.partition(), record.offset(), record.key(), id, state, asked, tells);
    }

    private static List<UUID> asked(TaskEvent event) {
        return event instanceof TaskEvent.ReportsRequested it
                ? it.reports().stream().map(TaskEvent.RequestedReport::reportId).toList()
                : List.of();
    }

    private static @Nullable State state(TaskEvent event) {
        return switch (event) {
            case TaskEvent.TaskAssigned it -> task(it.taskId(), it.version());
            case TaskEvent.TaskChanged it -> task(it.taskId(), it.version());
            case TaskEvent.TaskAcknowledged it -> task(it.taskId(), it.version());
            case TaskEvent.CompletionSubmitted it -> task(it.taskId(), it.version());
            case TaskEvent.CompletionReturned it -> task(it.taskId(), it.version());
            case TaskEvent.TaskClosed it -> task(it.taskId(), it.version());
            case TaskEvent.TaskSuspended it -> task(it.taskId(), it.version());
            case TaskEvent.TaskResumed it -> task(it.taskId(), it.version());
            case TaskEvent.TaskReopened it -> task(it.taskId(), it.version());
            case TaskEvent.TaskExtended it -> task(it.taskId(), it.version());
            case TaskEvent.CycleBegun it -> task(it.taskId(), it.version());
            case TaskEvent.ExtensionRequested it -> task(it.taskId(), it.version());
            case TaskEvent.ExtensionWithdrawn it -> task(it.taskId(), it.version());
            case TaskEvent.ExtensionDecided it -> task(it.taskId(), it.version());
            case TaskEvent.PieceHandedOver it -> task(it.taskId(), it.version());
            case TaskEvent.UnitUrged it -> task(it.taskId(), it.version());
            case TaskEvent.ReportSubmitted it -> report(it.reportId(), it.version());
            case TaskEvent.ReportAccepted it -> report(it.reportId(), it.version());
            case TaskEvent.ReportReturned it -> report(it.reportId(), it.version());
            case TaskEvent.ReportWaived it -> report(it.reportId(), it.version());
            case TaskEvent.ReportAwaitsSignOff it -> report(it.reportId(), it.version());
            case TaskEvent.ReportSignOffRefused it -> report(it.reportId(), it.version());
            // the submission beside it has the same version
            case TaskEvent.ReportSignedOff it -> null;
            case TaskEvent.NoticeIssued it -> notice(it.noticeId(), it.version());
            case TaskEvent.NoticeAnswered it -> notice(it.noticeId(), it.version());
            case TaskEvent.NoticeAppealDecided it -> notice(it.noticeId(), it.version());
            case TaskEvent.NoticeSettled it -> notice(it.noticeId(), it.version());
            case TaskEvent.LightChanged it -> null;
            case TaskEvent.PlanAdopted it -> null;
            case TaskEvent.RoundOpened it -> null;
            case TaskEvent.RoundClosed it -> null;
            // of many reports at once; see asked
            case TaskEvent.ReportsRequested it -> null;
        };
    }

    // A report on a task moves the task on without a word of its own.
    private static State task(UUID id, long version) {
        return new State("task", id, version, false);
    }

    private static State report(UUID id, long version) {
        return new State("report", id, version, true);
    }

    private static State notice(UUID id, long version) {
        return new State("notice", id, version, false);
    }

    private static List<Alert> tells(TaskEvent event) {
        return switch (event) {
            case TaskEvent.TaskAssigned it
            when !it.quiet() ->
                it.assignees().stream()
                        .map(each -> new Alert(each.unitId(), "TASK_ASSIGNED", it.taskId(), ""))
                        .toList();
            case TaskEvent.TaskChanged it -> tells(it);
            case TaskEvent.ReportsRequested it -> List.of(new Alert(it.unitId(), "REPORT_REQUESTED", it.roundId(), ""));
            case TaskEvent.ReportReturned it ->
                List.of(new Alert(it.unitId(), "REPORT_RETURNED", it.reportId(), Long.toString(it.version())));
            default -> List.of();
        };
    }

    private static List<Alert> tells(TaskEvent.TaskChanged change) {
        String occasion = Long.toString(change.version());
        List<Alert> tells = new ArrayList<>();
        change.left().forEach(unit -> tells.add(new Alert(unit, "TASK_CHANGED", change.taskId(), occasion)));
        boolean matters = change.changes().stream().anyMatch(field -> !UNTOLD.contains(field.field()));
        change.assignees().stream().map(TaskEvent.Assignee::unitId).forEach(unit -> {
            if (change.joined().contains(unit)) {
                tells.add(new Alert(unit, "TASK_ASSIGNED", change.taskId(), ""));
            } else if (matters) {
                tells.add(new Alert(unit, "TASK_CHANGED", change.taskId(), occasion));
            }
        });
        return tells;
    }

    private static List<Alert> tells(MeetingEvent event) {
        return switch (event) {
            case MeetingEvent.MeetingConvened it ->
                alerts(it.invitedUnits(), "MEETING_CONVENED", it.meetingId(), it.version());
            case MeetingEvent.MinutesIssued it ->
                alerts(it.recipients(), "MINUTES_ISSUED", it.meetingId(), it.version());
            default -> List.of();
        };
    }

    private static List<Alert> alerts(List<UUID> units, String kind, UUID subject, long version) {
        return units.stream()
                .distinct()
                .map(unit -> new Alert(unit, kind, subject, Long.toString(version)))
                .toList();
    }
}
