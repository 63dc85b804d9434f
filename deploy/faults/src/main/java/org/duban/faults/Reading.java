package org.duban.faults;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.duban.faults.Findings.Alert;
import org.duban.faults.Findings.Effect;
import org.duban.faults.Findings.Outage;
import org.duban.faults.Findings.Sent;
import org.duban.faults.Findings.State;
import org.duban.faults.Intent.Act;
import org.duban.kit.audit.AuditAutoConfiguration;
import org.duban.kit.audit.AuditCheck;
import org.duban.kit.audit.AuditTrail;
import org.duban.kit.event.EventChannel;
import org.duban.meeting.contract.MeetingEvent;
import org.duban.task.contract.TaskEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** Reads databases and topics, behind the services' backs. */
final class Reading {

    private static final EventChannel<TaskEvent> TASK =
            EventChannel.of(TaskEvent.TOPIC, TaskEvent.class, TaskEvent.TYPES);
    private static final EventChannel<MeetingEvent> MEETING =
            EventChannel.of(MeetingEvent.TOPIC, MeetingEvent.class, MeetingEvent.TYPES);

    // A note beside a task changes nothing for those who do it.
    private static final Set<String> UNTOLD = Set.of("number", "remark");
    private static final List<String> TELLING = List.of("task-service", "meeting-service", "notification-service");
    private static final List<String> TOPICS = List.of(TaskEvent.TOPIC, MeetingEvent.TOPIC);

    private static final String DONE = """
            select action,
                   case action when 'plan-read' then details ->> 'fileName'
                               when 'plan-adopted' then details ->> 'title'
                               else subject::text end as of,
                   count(*) as times
            from audit_entry group by 1, 2
            """;
    // A meeting is known by its title: made twice, it would have two ids.
    private static final String CONVENED = "select 'meeting-convened', title, count(*) from meeting group by title";
    private static final String PLANS = "select 'plan-adopted', title, count(*) from plan group by title";

    private final Town town;

    Reading(Town town) {
        this.town = town;
    }

    Findings read(Journal journal, List<Outage> outages) throws SQLException {
        Map<Act, Integer> done = new HashMap<>();
        done.putAll(acts("task-service", DONE));
        acts("meeting-service", DONE).forEach(done::put);
        done.putAll(acts("meeting-service", CONVENED));
        // The books and the ledger must agree: the worse of the two counts.
        acts("task-service", PLANS)
                .forEach((act, times) -> done.merge(act, times, (books, there) -> there > 1 ? there : books));
        Map<Effect, Integer> effects = new HashMap<>();
        for (String service : List.of("task-service", "notification-service")) {
            query(
                    service,
                    "select consumer, ce_id, count(*) from rehearsal.effect group by 1, 2",
                    row -> effects.put(new Effect(row.getString(1), row.getObject(2, UUID.class)), row.getInt(3)));
        }
        Map<UUID, Long> reports = new HashMap<>();
        query(
                "task-service",
                "select id, version from report",
                row -> reports.put(row.getObject(1, UUID.class), row.getLong(2)));
        Set<UUID> tasks = new HashSet<>();
        query("task-service", "select id from task", row -> tasks.add(row.getObject(1, UUID.class)));
        Map<Alert, Integer> alerts = new HashMap<>();
        query(
                "notification-service",
                "select unit_id, kind, subject_id, occasion, count(*) from alert where audience = 'UNIT'"
                        + " group by 1, 2, 3, 4",
                row -> alerts.put(
                        new Alert(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getObject(3, UUID.class),
                                row.getString(4)),
                        row.getInt(5)));
        List<Sent> sent = new ArrayList<>();
        TOPICS.forEach(topic -> sent.addAll(sent(topic)));
        return new Findings(
                journal.intents(),
                journal.contradictions(),
                done,
                sent,
                effects,
                reports,
                tasks,
                alerts,
                brokenChains(),
                waiting(),
                outages);
    }

    private Map<Act, Integer> acts(String service, String sql) throws SQLException {
        Map<Act, Integer> acts = new HashMap<>();
        query(service, sql, row -> acts.put(new Act(row.getString(1), row.getString(2)), row.getInt(3)));
        return acts;
    }

    private interface Row {
        void take(ResultSet row) throws SQLException;
    }

    private void query(String service, String sql, Row row) throws SQLException {
        try (Connection connection = town.databases().connect(service);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                row.take(result);
            }
        }
    }

    // ---- topics

    private List<Sent> sent(String topic) {
        return town.messages().topics().read(topic).stream()
                .filter(record -> Topics.header(record, Topics.OURS) == null)
                .map(Reading::sent)
                .toList();
    }

    private static Sent sent(ConsumerRecord<String, byte[]> record) {
        String type = String.valueOf(Topics.header(record, "ce_type"));
        UUID id = UUID.fromString(String.valueOf(Topics.header(record, "ce_id")));
        @Nullable State state = null;
        List<Alert> tells = List.of();
        if (record.topic().equals(TaskEvent.TOPIC)) {
            TaskEvent event = TASK.decode(type, record.value()).orElseThrow();
            state = state(event);
            tells = tells(event);
        } else {
            MeetingEvent event = MEETING.decode(type, record.value()).orElseThrow();
            tells = tells(event);
        }
        return new Sent(record.topic(), record.partition(), record.offset(), record.key(), id, state, tells);
    }

    private static @Nullable State state(TaskEvent event) {
        return switch (event) {
            case TaskEvent.TaskAssigned it -> task(it.taskId(), it.version());
            case TaskEvent.TaskChanged it -> task(it.taskId(), it.version());
            case TaskEvent.TaskAcknowledged it -> task(it.taskId(), it.version());
            case TaskEvent.CompletionSubmitted it -> task(it.taskId(), it.version());
            case TaskEvent.CompletionReturned it -> task(it.taskId(), it.version());
            case TaskEvent.TaskClosed it -> task(it.taskId(), it.version());
            case TaskEvent.UnitUrged it -> task(it.taskId(), it.version());
            case TaskEvent.ReportRequested it -> report(it.reportId(), it.version());
            case TaskEvent.ReportSubmitted it -> report(it.reportId(), it.version());
            case TaskEvent.ReportAccepted it -> report(it.reportId(), it.version());
            case TaskEvent.ReportReturned it -> report(it.reportId(), it.version());
            case TaskEvent.ReportWaived it -> report(it.reportId(), it.version());
            case TaskEvent.NoticeIssued it -> notice(it.noticeId(), it.version());
            case TaskEvent.NoticeAnswered it -> notice(it.noticeId(), it.version());
            case TaskEvent.NoticeAppealDecided it -> notice(it.noticeId(), it.version());
            case TaskEvent.NoticeSettled it -> notice(it.noticeId(), it.version());
            case TaskEvent.PlanAdopted it -> null;
            case TaskEvent.RoundOpened it -> null;
            case TaskEvent.RoundClosed it -> null;
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
            case TaskEvent.ReportRequested it -> List.of(new Alert(it.unitId(), "REPORT_REQUESTED", it.roundId(), ""));
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

    // ---- what should be empty

    /** Lets consumers whose last commit of an offset was lost commit again. */
    void nudge() {
        TOPICS.forEach(topic -> town.messages().topics().nudge(topic));
    }

    /** What is not yet at rest, by name. */
    Map<String, Long> waiting() throws SQLException {
        Map<String, Long> waiting = new LinkedHashMap<>();
        for (String service : TELLING) {
            query(
                    service,
                    "select count(*) from outbox",
                    row -> waiting.put("the outbox of " + service, row.getLong(1)));
        }
        query(
                "notification-service",
                "select count(*) from digest where state = 'SENDING'",
                row -> waiting.put("digests not sent", row.getLong(1)));
        waiting.put("front of notification-service", town.messages().topics().behind("notification-service", TOPICS));
        waiting.put(
                "front of task-service", town.messages().topics().behind("task-service", List.of(MeetingEvent.TOPIC)));
        Checker.CONSUMERS.forEach((topic, consumers) -> consumers.forEach(consumer -> {
            String letters = topic + "." + consumer + ".dlt";
            waiting.put(
                    letters,
                    town.messages().topics().read(letters).stream()
                            .filter(record -> Topics.header(record, Topics.OURS) == null)
                            .count());
        }));
        return waiting;
    }

    // ---- the books

    private List<String> brokenChains() {
        List<String> broken = new ArrayList<>();
        for (String service : List.of("task-service", "meeting-service", "gateway")) {
            AuditCheck check = verified(service);
            if (!check.holds()) {
                broken.add(service + " at " + check.firstBroken());
            }
        }
        return broken;
    }

    /** By the product's own verification. */
    private AuditCheck verified(String service) {
        DataSource source = town.databases().source(service);
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
            context.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(source));
            context.registerBean(Clock.class, Clock::systemUTC);
            context.register(AuditAutoConfiguration.class);
            context.refresh();
            return context.getBean(AuditTrail.class).verify();
        }
    }
}
