package org.duban.notification.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.duban.kit.id.Ids;
import org.duban.kit.web.Cursor;
import org.duban.kit.web.Limit;
import org.duban.kit.web.Page;
import org.duban.notification.directory.UnitRef;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What was said, to whom, and who has read it. */
@Repository
public class Alerts {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int AT_ONCE = 1000;

    private static final String INSERT = """
            insert into alert as known (id, audience, unit_id, county_id, kind, subject_id, occasion, day, title, body, link_kind,
                link_id, reader, cause, created_at, withdrawn_at)
            select id, audience, unit, county, kind, subject, occasion, :day, title, body, link_kind, link_id, reader, cause, :now,
                case when withdrawn then cast(:now as timestamptz) end
            from json_to_recordset(cast(:sayings as json)) as saying (id uuid, audience text, unit uuid, county uuid, kind text,
                subject uuid, occasion text, title text, body text, link_kind text, link_id uuid, reader text, cause text,
                withdrawn boolean)
            """;

    private static final String SAY_ONCE = INSERT + """
            on conflict (audience, unit_id, kind, subject_id, occasion, reader) do nothing
            returning id
            """;

    private static final String SAY_AS_IT_STANDS = INSERT + """
            on conflict (audience, unit_id, kind, subject_id, occasion, reader) do update
            set title = excluded.title, body = excluded.body,
                withdrawn_at = case when excluded.withdrawn_at is null then null
                                    else coalesce(known.withdrawn_at, excluded.withdrawn_at) end
            where known.title <> excluded.title or known.body <> excluded.body
               or (known.withdrawn_at is null) <> (excluded.withdrawn_at is null)
            returning id
            """;

    // What a person is told by name, they were told with the sight of their post then: it is theirs while they see as
    // much.
    private static final String STILL_SEEN = """
            (alert.unit_id = viewer.unit
             or viewer.whole and (viewer.county is null or alert.county_id = viewer.county))""";

    private static final String VISIBLE = """
            ((alert.audience = 'UNIT' and alert.unit_id = viewer.unit)
             or (alert.audience = 'STAFF' and viewer.supervisor
                 and (viewer.county is null or alert.county_id = viewer.county))
             or (alert.audience = 'OFFICE' and alert.unit_id in (viewer.unit, viewer.office))
             or (alert.audience = 'PERSON' and alert.reader = viewer.reader and %s))
            and alert.cause is distinct from viewer.reader
            """.formatted(STILL_SEEN);

    private static final String VIEWER = """
            (select cast(:reader as text) as reader, cast(:unit as uuid) as unit, cast(:office as uuid) as office,
                cast(:supervisor as boolean) as supervisor, cast(:county as uuid) as county, cast(:whole as boolean) as whole) as viewer
            """;

    private static final String COLUMNS = """
            alert.id, alert.audience, alert.kind, alert.title, alert.body, alert.day, alert.created_at, alert.withdrawn_at,
            alert.link_kind, alert.link_id, alert.unit_id, alert.county_id, alert.reader, alert.cause, unit.name, unit.short_name,
            unit.county_id as unit_county_id, unit.county_name
            """;

    private static final String LIST = """
            select %s, read.read_at
            from %s
            join alert on %s
            left join unit on unit.id = alert.unit_id
            left join alert_read as read on read.alert_id = alert.id and read.reader = viewer.reader
            where (not :unread or (read.read_at is null and alert.withdrawn_at is null))
              and (cast(:beforeAt as timestamptz) is null or (alert.created_at, alert.id) < (:beforeAt, cast(:beforeId as uuid)))
            order by alert.created_at desc, alert.id desc
            limit :limit
            """.formatted(COLUMNS, VIEWER, VISIBLE);

    private static final String ONE = """
            select %s, read.read_at
            from %s
            join alert on %s and alert.id = :id
            left join unit on unit.id = alert.unit_id
            left join alert_read as read on read.alert_id = alert.id and read.reader = viewer.reader
            """.formatted(COLUMNS, VIEWER, VISIBLE);

    private static final String BY_IDS = """
            select %s, cast(null as timestamptz) as read_at
            from alert left join unit on unit.id = alert.unit_id
            where alert.id = any(:ids)
            order by alert.created_at, alert.id
            """.formatted(COLUMNS);

    private static final String UNREAD = """
            select viewer.reader, (
                select count(*) from alert
                where alert.withdrawn_at is null and alert.audience = 'UNIT' and alert.unit_id = viewer.unit
                  and alert.cause is distinct from viewer.reader
                  and not exists (select from alert_read as read where read.alert_id = alert.id and read.reader = viewer.reader)
              ) + case when viewer.supervisor then (
                select count(*) from alert
                where alert.withdrawn_at is null and alert.audience = 'STAFF'
                  and (viewer.county is null or alert.county_id = viewer.county)
                  and alert.cause is distinct from viewer.reader
                  and not exists (select from alert_read as read where read.alert_id = alert.id and read.reader = viewer.reader)
              ) else 0 end + (
                select count(*) from alert
                where alert.withdrawn_at is null and alert.audience = 'OFFICE' and alert.unit_id in (viewer.unit, viewer.office)
                  and not exists (select from alert_read as read where read.alert_id = alert.id and read.reader = viewer.reader)
              ) + (
                select count(*) from alert
                where alert.withdrawn_at is null and alert.audience = 'PERSON' and alert.reader = viewer.reader
                  and %s
                  and not exists (select from alert_read as read where read.alert_id = alert.id and read.reader = viewer.reader)
              ) as unread
            from json_to_recordset(cast(:viewers as json)) as viewer (reader text, unit uuid, office uuid, supervisor boolean,
                county uuid, whole boolean)
            """.formatted(STILL_SEEN);

    private static final String READ_ALL = """
            insert into alert_read (alert_id, reader, read_at)
            select alert.id, viewer.reader, :now from %s join alert on %s
            where not exists (select from alert_read as read where read.alert_id = alert.id and read.reader = viewer.reader)
            on conflict do nothing
            """.formatted(VIEWER, VISIBLE);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final News news;

    Alerts(JdbcClient jdbc, Clock clock, News news) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.news = news;
    }

    /** Says what was not said before. */
    void say(List<Saying> sayings) {
        // One order for all writers, so that none waits for another in a circle.
        List<Saying> ordered = sayings.stream()
                .sorted(Comparator.comparing(Saying::unit, Comparator.nullsFirst(Comparator.<UUID>naturalOrder()))
                        .thenComparing(Saying::subject))
                .toList();
        for (int from = 0; from < ordered.size(); from += AT_ONCE) {
            write(SAY_ONCE, ordered.subList(from, Math.min(from + AT_ONCE, ordered.size())), false);
        }
    }

    void say(Saying saying) {
        say(List.of(saying));
    }

    /** Says it, or puts what was said into today's words, and withdraws it or brings it back. */
    void sayAsItStands(Saying saying, boolean withdrawn) {
        write(SAY_AS_IT_STANDS, List.of(saying), withdrawn);
    }

    private void write(String sql, List<Saying> sayings, boolean withdrawn) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Saying saying : sayings) {
            Map<String, Object> row = new HashMap<>();
            row.put("id", Ids.next());
            row.put("audience", saying.audience());
            if (saying.unit() != null) {
                row.put("unit", saying.unit());
            }
            if (saying.county() != null) {
                row.put("county", saying.county());
            }
            row.put("kind", saying.kind());
            row.put("subject", saying.subject());
            row.put("occasion", saying.occasion());
            row.put("title", saying.words().title());
            row.put("body", saying.words().body());
            row.put("link_kind", saying.link().kind());
            row.put("link_id", saying.link().id());
            if (saying.reader() != null) {
                row.put("reader", saying.reader());
            }
            if (saying.cause() != null) {
                row.put("cause", saying.cause());
            }
            row.put("withdrawn", withdrawn);
            rows.add(row);
        }
        List<UUID> said = jdbc.sql(sql)
                .param("sayings", MAPPER.writeValueAsString(rows))
                .param("day", LocalDate.now(clock))
                .param("now", now)
                .query(UUID.class)
                .list();
        news.alerts(said);
    }

    /** Withdraws what the condition names of what still stands. */
    private void withdraw(String condition, Map<String, Object> params) {
        List<UUID> withdrawn = jdbc.sql("update alert set withdrawn_at = :now where withdrawn_at is null and "
                        + condition + " returning id")
                .param("now", OffsetDateTime.now(clock))
                .params(params)
                .query(UUID.class)
                .list();
        news.alerts(withdrawn);
    }

    /** What was said, and nothing else withdraws, is withdrawn together with its words: nobody reads them any more. */
    void takeBack(AlertKind kind, UUID subject, UUID link, String instead) {
        List<UUID> taken = jdbc.sql("""
                        update alert set withdrawn_at = :now, body = :instead
                        where link_id = :link and withdrawn_at is null and kind = :kind and subject_id = :subject
                        returning id
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("instead", instead)
                .param("kind", kind.name())
                .param("subject", subject)
                .param("link", link)
                .query(UUID.class)
                .list();
        news.alerts(taken);
    }

    void withdrawSubject(AlertKind kind, UUID subject) {
        withdraw("kind = :kind and subject_id = :subject", Map.of("kind", kind.name(), "subject", subject));
    }

    /** What staff were told about one unit. */
    void withdrawAbout(UUID unit, AlertKind kind, UUID subject) {
        withdraw(
                "audience = 'STAFF' and unit_id = :unit and kind = :kind and subject_id = :subject",
                Map.of("unit", unit, "kind", kind.name(), "subject", subject));
    }

    void withdrawFrom(UUID unit, AlertKind kind, UUID subject) {
        withdraw(
                "audience = 'UNIT' and unit_id = :unit and kind = :kind and subject_id = :subject",
                Map.of("unit", unit, "kind", kind.name(), "subject", subject));
    }

    void withdrawLinked(AlertKind kind, UUID link, UUID unit) {
        withdraw(
                "kind = :kind and link_id = :link and unit_id = :unit",
                Map.of("kind", kind.name(), "link", link, "unit", unit));
    }

    void withdrawLinked(AlertKind kind, UUID link) {
        withdraw("kind = :kind and link_id = :link", Map.of("kind", kind.name(), "link", link));
    }

    /** What people said to each other, and what became of what they watch, is still to be read. */
    void withdrawLinked(UUID link) {
        withdraw(
                "link_id = :link and kind not in ('MENTIONED', 'WATCHED_COMMENT', 'WATCHED_TASK_MOVED')",
                Map.of("link", link));
    }

    /** Withdraws the reminders of a report, and its returns but the one of the given version. */
    void withdrawReport(UUID report, @Nullable Long standingReturn) {
        withdraw(
                """
                link_id = :report and audience = 'UNIT'
                and not (kind = 'REPORT_RETURNED' and occasion = :standing)
                and (:settled or kind = 'REPORT_RETURNED')
                """,
                Map.of(
                        "report",
                        report,
                        "standing",
                        standingReturn == null ? "" : Long.toString(standingReturn),
                        "settled",
                        standingReturn == null));
    }

    void withdrawRound(UUID round) {
        withdraw("""
                audience = 'UNIT' and (link_id = :round
                    or link_id in (select report_id from obligation where round_id = :round))
                """, Map.of("round", round));
    }

    /** @param cursor where the list goes on; null for its beginning, the newest */
    public Page<Alert> list(Viewer viewer, boolean unread, Limit limit, @Nullable Cursor cursor) {
        List<Alert> fetched = with(jdbc.sql(LIST), viewer)
                .param("unread", unread)
                .param(
                        "beforeAt",
                        cursor == null ? null : cursor.offsetDateTime(0),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("beforeId", cursor == null ? null : cursor.uuid(1))
                .param("limit", limit.plusOne())
                .query(Alerts::addressed)
                .list()
                .stream()
                .map(Addressed::alert)
                .toList();
        return Page.of(fetched, limit, last -> Cursor.encode(last.createdAt(), last.id()));
    }

    public long unread(Viewer viewer) {
        return unread(List.of(viewer)).getOrDefault(viewer.reader(), 0L);
    }

    /** Unread alerts of each reader. */
    public Map<String, Long> unread(Collection<Viewer> viewers) {
        Map<String, Long> counts = new HashMap<>();
        jdbc.sql(UNREAD).param("viewers", MAPPER.writeValueAsString(viewers)).query(row -> {
            counts.put(row.getString("reader"), row.getLong("unread"));
        });
        return counts;
    }

    /** Empty where there is no such alert for this viewer. */
    @Transactional
    public Optional<Alert> read(Viewer viewer, UUID id) {
        if (one(viewer, id).isEmpty()) {
            return Optional.empty();
        }
        jdbc.sql("insert into alert_read (alert_id, reader, read_at) values (?, ?, ?) on conflict do nothing")
                .params(id, viewer.reader(), OffsetDateTime.now(clock))
                .update();
        news.read(viewer.reader());
        return one(viewer, id);
    }

    @Transactional
    public void readAll(Viewer viewer) {
        with(jdbc.sql(READ_ALL), viewer).param("now", OffsetDateTime.now(clock)).update();
        news.read(viewer.reader());
    }

    private Optional<Alert> one(Viewer viewer, UUID id) {
        return with(jdbc.sql(ONE), viewer)
                .param("id", id)
                .query(Alerts::addressed)
                .optional()
                .map(Addressed::alert);
    }

    /**
     * An alert and whom it is for.
     *
     * @param reader the one person it is for; null for the others
     * @param cause the person who is not told
     */
    public record Addressed(
            Alert alert,
            Audience audience,
            @Nullable UUID unit,
            @Nullable UUID county,
            @Nullable String reader,
            @Nullable String cause) {

        public boolean reaches(Viewer viewer) {
            if (viewer.reader().equals(cause)) {
                return false;
            }
            return switch (audience) {
                case UNIT -> unit != null && unit.equals(viewer.unit());
                case STAFF ->
                    viewer.supervisor()
                            && (viewer.county() == null || viewer.county().equals(county));
                case OFFICE -> unit != null && (unit.equals(viewer.unit()) || unit.equals(viewer.office()));
                case PERSON -> viewer.reader().equals(reader) && stillSeenBy(viewer);
            };
        }

        // STILL_SEEN
        private boolean stillSeenBy(Viewer viewer) {
            return unit != null && unit.equals(viewer.unit())
                    || viewer.whole()
                            && (viewer.county() == null || viewer.county().equals(county));
        }
    }

    public List<Addressed> byIds(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(BY_IDS)
                        .param("ids", ids.toArray(UUID[]::new))
                        .query(Alerts::addressed)
                        .list();
    }

    private static JdbcClient.StatementSpec with(JdbcClient.StatementSpec sql, Viewer viewer) {
        return sql.param("reader", viewer.reader())
                .param("unit", viewer.unit())
                .param("office", viewer.office())
                .param("supervisor", viewer.supervisor())
                .param("county", viewer.county())
                .param("whole", viewer.whole());
    }

    private static Addressed addressed(ResultSet row, int index) throws SQLException {
        Audience audience = Audience.valueOf(row.getString("audience"));
        UUID unitId = row.getObject("unit_id", UUID.class);
        String name = row.getString("name");
        UnitRef unit = unitId == null || name == null
                ? null
                : new UnitRef(
                        unitId,
                        name,
                        row.getString("short_name"),
                        row.getObject("unit_county_id", UUID.class),
                        row.getString("county_name"));
        // A supervisor hears of many units: whose it is comes first.
        String title = audience == Audience.STAFF && unit != null
                ? unit.shortName() + "：" + row.getString("title")
                : row.getString("title");
        Alert alert = new Alert(
                row.getObject("id", UUID.class),
                AlertKind.valueOf(row.getString("kind")),
                title,
                row.getString("body"),
                row.getObject("day", LocalDate.class),
                row.getObject("created_at", OffsetDateTime.class),
                row.getObject("read_at", OffsetDateTime.class),
                row.getObject("withdrawn_at", OffsetDateTime.class),
                new Link(Link.Kind.valueOf(row.getString("link_kind")), row.getObject("link_id", UUID.class)),
                unit);
        return new Addressed(
                alert,
                audience,
                unitId,
                row.getObject("county_id", UUID.class),
                row.getString("reader"),
                row.getString("cause"));
    }

    record Said(@Nullable UUID unitId, AlertKind kind, UUID subjectId) {}

    /** What units were told on an occasion, withdrawn since or not. */
    Set<Said> saidToUnits(String occasion) {
        return jdbc.sql("select unit_id, kind, subject_id from alert where audience = 'UNIT' and occasion = :occasion")
                .param("occasion", occasion)
                .query(Said.class)
                .set();
    }
}
