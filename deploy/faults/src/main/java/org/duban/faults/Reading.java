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
import org.duban.faults.Findings.Alert;
import org.duban.faults.Findings.Effect;
import org.duban.faults.Findings.Outage;
import org.duban.faults.Findings.Sent;
import org.duban.faults.Intent.Act;
import org.duban.kit.audit.AuditAutoConfiguration;
import org.duban.kit.audit.AuditCheck;
import org.duban.kit.audit.AuditTrail;
import org.duban.meeting.contract.MeetingEvent;
import org.duban.task.contract.TaskEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** Reads databases and topics, behind the services' backs. */
final class Reading {

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
        Map<Act, Integer> done = new HashMap<>(acts("task-service", DONE));
        done.putAll(acts("meeting-service", DONE));
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
        TOPICS.forEach(topic -> sent.addAll(SentEvents.in(topic, town.messages().topics())));
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
