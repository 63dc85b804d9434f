package org.duban.task.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.kit.security.Caller;
import org.duban.kit.security.Sight;
import org.duban.kit.web.Cursor;
import org.duban.kit.web.Limit;
import org.duban.kit.web.Page;
import org.duban.task.calendar.Cadence;
import org.duban.task.calendar.Period;
import org.duban.task.contract.TaskEvent;
import org.duban.task.directory.UnitRef;
import org.duban.task.directory.Units;
import org.duban.task.evidence.EvidenceFiles;
import org.duban.task.evidence.EvidenceKind;
import org.duban.task.evidence.HandedInEvidence;
import org.duban.task.light.Light;
import org.duban.task.light.Lights;
import org.duban.task.light.Lights.ReportFacts;
import org.duban.task.light.Lit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The ledger as it is read. Every query carries the caller's sight. */
@Repository
@Transactional(readOnly = true)
public class TaskViews {
    private static final TypeReference<List<TaskDetail.IndicatorReading>> INDICATORS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Units units;
    private final Givers givers;
    private final Tasks tasks;
    private final Plans plans;
    private final Extensions extensions;
    private final Milestones milestones;
    private final Cycles cycles;
    private final Targets targets;
    private final LastReports lastReports;
    private final TaskHistory history;
    private final EvidenceFiles evidence;
    private final HandedInEvidence handedIn;
    private final Lights lights;
    private final JsonMapper json;
    private final Clock clock;

    TaskViews(
            JdbcClient jdbc,
            Units units,
            Givers givers,
            Tasks tasks,
            Plans plans,
            Extensions extensions,
            Milestones milestones,
            Cycles cycles,
            Targets targets,
            LastReports lastReports,
            TaskHistory history,
            EvidenceFiles evidence,
            HandedInEvidence handedIn,
            Lights lights,
            JsonMapper json,
            Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.givers = givers;
        this.tasks = tasks;
        this.plans = plans;
        this.extensions = extensions;
        this.milestones = milestones;
        this.cycles = cycles;
        this.targets = targets;
        this.lastReports = lastReports;
        this.history = history;
        this.evidence = evidence;
        this.handedIn = handedIn;
        this.lights = lights;
        this.json = json;
        this.clock = clock;
    }

    /** Newest plan first, each plan in its own order. */
    public Page<TaskRow> list(TaskFilter filter, Caller caller, Limit limit, @Nullable String cursor) {
        Sight sight = caller.sight();
        LocalDate today = LocalDate.now(clock);
        Cursor after = cursor == null ? null : Cursor.decode(cursor);
        List<Stored> found = found(
                filter,
                sight,
                after == null ? null : after.uuid(0),
                after == null ? 0 : (int) after.number(1),
                limit.plusOne());
        return Page.of(rows(found, sight, today), limit, row -> Cursor.encode(row.planId(), row.ordinal()));
    }

    private List<Stored> found(TaskFilter filter, Sight sight, @Nullable UUID afterPlan, int afterOrdinal, int most) {
        StringBuilder sql = new StringBuilder("""
                select t.*, p.title as plan_title, p.source
                from task t
                join plan p on p.id = t.plan_id
                """);
        Map<String, Object> parameters = new HashMap<>();
        narrow(filter, sight, sql, parameters);
        after(afterPlan, afterOrdinal, sql, parameters);
        sql.append(" order by t.plan_id desc, t.ordinal limit :limit");
        parameters.put("limit", most);
        return jdbc.sql(sql.toString()).params(parameters).query(Stored::of).list();
    }

    /** @param plan of the last row that is known; null for the first rows */
    static void after(@Nullable UUID plan, int ordinal, StringBuilder sql, Map<String, Object> parameters) {
        if (plan != null) {
            sql.append(" and t.plan_id <= :afterPlan and (t.plan_id < :afterPlan or t.ordinal > :afterOrdinal)");
            parameters.put("afterPlan", plan);
            parameters.put("afterOrdinal", ordinal);
        }
    }

    /** @return those among {@code ids} that the caller may see, by their ids */
    public Map<UUID, TaskRow> rows(Collection<UUID> ids, Caller caller) {
        Sight sight = caller.sight();
        List<Stored> found = jdbc.sql("""
                        select t.*, p.title as plan_title, p.source
                        from task t
                        join plan p on p.id = t.plan_id
                        where t.id = any(:ids) and\s""" + Sights.tasks(sight))
                .params(Sights.parameters(sight))
                .param("ids", ids.toArray(UUID[]::new))
                .query(Stored::of)
                .list();
        return rows(found, sight, LocalDate.now(clock)).stream().collect(Collectors.toMap(TaskRow::id, row -> row));
    }

    /** How many rows {@link #list} has in all. */
    public int count(TaskFilter filter, Caller caller) {
        StringBuilder sql = new StringBuilder("select count(*) from task t\n");
        Map<String, Object> parameters = new HashMap<>();
        narrow(filter, caller.sight(), sql, parameters);
        return jdbc.sql(sql.toString()).params(parameters).query(Integer.class).single();
    }

    static void narrow(TaskFilter filter, Sight sight, StringBuilder sql, Map<String, Object> parameters) {
        sql.append("where ").append(Sights.tasks(sight));
        parameters.putAll(Sights.parameters(sight));
        if (filter.unit() == null && filter.watcher() == null && !filter.pieces() && !filter.shares()) {
            // A county's share of a city's task is one of its tasks.
            sql.append(" and (")
                    .append(Sights.wholes(sight))
                    .append(filter.county() == null ? ")" : " or t.for_county = :county)");
        }
        if (filter.plan() != null) {
            sql.append(" and t.plan_id = :plan");
            parameters.put("plan", filter.plan());
        }
        if (filter.unit() != null) {
            sql.append(" and exists (select from task_unit u where u.task_id = t.id and u.unit_id = :unit")
                    .append(filter.part() == null ? ")" : " and u.part = :part)");
            parameters.put("unit", filter.unit());
        } else if (filter.part() != null) {
            sql.append(" and exists (select from task_unit u where u.task_id = t.id and u.part = :part)");
        }
        if (filter.part() != null) {
            parameters.put("part", filter.part().name());
        }
        if (filter.shares()) {
            sql.append(" and (").append(Shares.GIVEN);
            sql.append(filter.county() == null ? "" : " and t.for_county = :county");
            sql.append(" or exists (select from task_unit u where u.task_id = t.id and ")
                    .append(Shares.LED)
                    .append(" and ")
                    .append(Sights.parts(sight));
            sql.append(filter.county() == null ? "))" : " and u.county_id = :county))");
        } else if (filter.county() != null) {
            String ofCounty = "exists (select from task_unit c where c.task_id = t.id and c.county_id = :county";
            sql.append(" and ")
                    .append(
                            filter.part() == null || filter.unit() != null
                                    ? "(t.county_id = :county or t.for_county = :county or " + ofCounty + "))"
                                    : ofCounty + " and c.part = :part)");
        }
        if (filter.county() != null) {
            parameters.put("county", filter.county());
        }
        if (!filter.states().isEmpty()) {
            sql.append(" and t.state in (:states)");
            parameters.put("states", filter.states().stream().map(Enum::name).toList());
        }
        if (!filter.kinds().isEmpty()) {
            sql.append(" and t.kind in (:kinds)");
            parameters.put("kinds", filter.kinds().stream().map(Enum::name).toList());
        }
        if (filter.issuer() != null) {
            sql.append(" and t.county_id = :issuer");
            parameters.put("issuer", filter.issuer());
        }
        if (filter.toAcknowledge()) {
            sql.append(" and t.running and exists (select from task_unit u where u.task_id = t.id")
                    .append(" and u.acknowledged_at is null and ")
                    .append(filter.unit() == null ? Sights.parts(sight) : "u.unit_id = :unit")
                    .append(")");
        }
        if (filter.extensionAsked()) {
            sql.append(" and exists (select from task_extension e where e.task_id = t.id and e.state = 'OPEN')");
        }
        if (filter.watcher() != null) {
            sql.append(" and t.id in (select w.task_id from task_watch w where w.person = :watcher)");
            parameters.put("watcher", filter.watcher());
        }
        if (filter.dueFrom() != null) {
            sql.append(" and t.due_on >= :dueFrom");
            parameters.put("dueFrom", filter.dueFrom());
        }
        if (filter.dueBefore() != null) {
            sql.append(" and t.due_on < :dueBefore");
            parameters.put("dueBefore", filter.dueBefore());
        }
        if (filter.words() != null) {
            // The index knows pairs of characters; a few of them leave few rows, which are then compared as a whole.
            sql.append(" and bigrams(t.search) @> (bigrams(search_form(:words)))[1\\:4]")
                    .append(" and position(search_form(:words) in t.search) > 0");
            parameters.put("words", filter.words());
        }
        if (!filter.lights().isEmpty()) {
            sql.append(" and t.light in (:lights)");
            parameters.put("lights", filter.lights().stream().map(Enum::name).toList());
        }
        if (filter.still()) {
            sql.append(" and t.still and t.light in ('GREEN', 'BLUE')");
        }
    }

    /** @throws TaskRefused where there is no such task within the caller's sight */
    public TaskDetail task(UUID id, Caller caller) {
        Sight sight = caller.sight();
        LocalDate today = LocalDate.now(clock);
        Stored stored = visible(id, sight);
        TaskRow row = rows(List.of(stored), sight, today).getFirst();
        Task task = tasks.find(id).orElseThrow(() -> TaskRefused.notFound(id));
        Reported cadence = cadence(id);
        List<Extension> asked = extensions.of(id);
        List<Left> released = released(id);
        // Whoever gave a piece decides on it, and reads all that is said of it.
        boolean gave = givers.speaksFor(stored.givenBy, caller);
        Sight told = gave ? new Sight.Everything() : sight;
        Map<UUID, UnitRef> refs = units.refs(Stream.of(
                        task.parts().stream().map(Part::unitId),
                        asked.stream().map(Extension::unitId),
                        released.stream().map(Left::unitId),
                        Stream.ofNullable(stored.givenBy))
                .flatMap(ids -> ids)
                .collect(Collectors.toSet()));
        return new TaskDetail(
                row,
                stored.body,
                stored.number,
                stored.remark,
                cadence.own,
                cadence.ofPlan,
                phase(stored, today),
                indicators(id),
                task.parts().stream()
                        .map(part -> new TaskDetail.TaskPart(
                                ref(refs, part.unitId()),
                                part.part(),
                                part.state(),
                                part.acknowledgeBy(),
                                BusinessTime.atOrNull(part.acknowledgedAt()),
                                part.acknowledgedBy(),
                                part.completedOn(),
                                part.returnedOn(),
                                part.progress()))
                        .toList(),
                stored.cycle,
                cycles.of(id),
                targets.of(id, told).stream()
                        .map(target -> new TaskDetail.TargetReported(
                                target.indicator().text(), target.reported(), target.reached()))
                        .toList(),
                stored.beganOn(),
                milestones.of(id, false),
                milestones.of(id, true),
                released.stream()
                        .map(left -> new TaskDetail.ReleasedPart(
                                ref(refs, left.unitId), left.part, left.releasedOn, left.progress))
                        .toList(),
                task.suspension(),
                asked.stream().map(one -> extension(one, refs)).toList(),
                reports(id, refs, told, today),
                parent(stored, refs, sight),
                pieces(id, sight, today),
                handedIn.of(EvidenceKind.COMPLETION, id, caller),
                TaskDesk.allowed(
                        task,
                        stored.countyId,
                        asked.stream()
                                .filter(one -> one.state() == Extension.State.OPEN)
                                .findFirst(),
                        gave,
                        caller));
    }

    private record Reported(@Nullable Cadence own, Cadence ofPlan) {}

    private Reported cadence(UUID task) {
        return jdbc.sql("""
                        select t.cadence as own, p.cadence as of_plan from task t join plan p on p.id = t.plan_id
                        where t.id = :task
                        """).param("task", task).query(Reported.class).single();
    }

    private TaskDetail.@Nullable PieceOf parent(Stored piece, Map<UUID, UnitRef> refs, Sight sight) {
        if (piece.parentId == null || piece.givenBy == null) {
            return null;
        }
        boolean seen = jdbc.sql("select exists (select from task t where t.id = :id and " + Sights.tasks(sight) + ")")
                .param("id", piece.parentId)
                .params(Sights.parameters(sight))
                .query(Boolean.class)
                .single();
        String title = jdbc.sql("select title from task where id = :id")
                .param("id", piece.parentId)
                .query(String.class)
                .single();
        return new TaskDetail.PieceOf(seen ? piece.parentId : null, title, ref(refs, piece.givenBy), piece.weight);
    }

    private List<TaskDetail.TaskPiece> pieces(UUID task, Sight sight, LocalDate today) {
        List<Stored> found = jdbc.sql("""
                        select t.*, p.title as plan_title, p.source
                        from task t
                        join plan p on p.id = t.plan_id
                        where t.parent_id = :task and\s""" + Sights.tasks(sight) + " order by t.ordinal")
                .params(Sights.parameters(sight))
                .param("task", task)
                .query(Stored::of)
                .list();
        List<TaskRow> rows = rows(found, sight, today);
        Map<UUID, UnitRef> givers = units.refs(
                found.stream().map(Stored::givenBy).filter(Objects::nonNull).collect(Collectors.toSet()));
        List<TaskDetail.TaskPiece> pieces = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            Stored piece = found.get(i);
            pieces.add(new TaskDetail.TaskPiece(
                    rows.get(i), piece.weight, ref(givers, Objects.requireNonNull(piece.givenBy))));
        }
        return pieces;
    }

    private static TaskDetail.ExtensionRequest extension(Extension asked, Map<UUID, UnitRef> refs) {
        return new TaskDetail.ExtensionRequest(
                asked.id(),
                ref(refs, asked.unitId()),
                asked.dueOn(),
                asked.wantedOn(),
                asked.reason(),
                asked.state().name(),
                asked.requestedAt(),
                asked.requestedBy(),
                asked.grantedOn(),
                asked.opinion(),
                asked.decidedAt(),
                asked.decidedBy());
    }

    private record Left(UUID unitId, TaskEvent.Part part, LocalDate releasedOn, int progress) {}

    private List<Left> released(UUID task) {
        return jdbc.sql("""
                        select unit_id, part, released_on, progress from task_unit_released
                        where task_id = :task
                        order by released_on desc, unit_id
                        """).param("task", task).query(Left.class).list();
    }

    /** Newest first. */
    public List<TaskHappening> history(UUID id, Caller caller) {
        visible(id, caller.sight());
        return history.of(id);
    }

    /** @return each field that ever changed, the one that changed last first */
    public List<FieldHistory> fields(UUID id, Caller caller) {
        return FieldHistory.of(history(id, caller));
    }

    public boolean visible(UUID id, Caller caller) {
        return stored(id, caller.sight()).isPresent();
    }

    /** @throws TaskRefused where the caller may not know of the task */
    public void requireVisible(UUID id, Caller caller) {
        visible(id, caller.sight());
    }

    /**
     * @return the county whose plan it is; null for the city's
     * @throws TaskRefused where the caller may not know of the task, or it is not theirs to decide on
     */
    @Nullable
    UUID requireSupervised(UUID id, Caller caller) {
        Stored stored = visible(id, caller.sight());
        boolean gaveIt = givers.speaksFor(stored.givenBy, caller);
        boolean supervises = caller.has("SUPERVISOR") && Sights.supervises(caller, stored.countyId);
        if (!gaveIt && !supervises) {
            throw caller.has("SUPERVISOR") ? TaskRefused.notYourPlan() : TaskRefused.notYoursToDecide();
        }
        return stored.countyId;
    }

    private Stored visible(UUID id, Sight sight) {
        return stored(id, sight).orElseThrow(() -> TaskRefused.notFound(id));
    }

    private Optional<Stored> stored(UUID id, Sight sight) {
        return jdbc.sql("""
                        select t.*, p.title as plan_title, p.source
                        from task t
                        join plan p on p.id = t.plan_id
                        where t.id = :id and\s""" + Sights.tasks(sight))
                .params(Sights.parameters(sight))
                .param("id", id)
                .query(Stored::of)
                .optional();
    }

    private List<TaskRow> rows(List<Stored> found, Sight sight, LocalDate today) {
        if (found.isEmpty()) {
            return List.of();
        }
        UUID[] ids = found.stream().map(Stored::id).toArray(UUID[]::new);
        Map<UUID, Map<TaskEvent.Part, List<UnitRef>>> parts = parts(ids);
        Map<UUID, TaskRow.LastReport> last = lastReports.of(ids, sight, today);
        Map<UUID, List<Milestone>> expected = milestones.of(ids);
        Map<UUID, String> counties =
                found.stream().allMatch(task -> task.countyId == null) ? Map.of() : units.countyNames();
        return found.stream()
                .map(task -> row(
                        task,
                        parts.getOrDefault(task.id, Map.of()),
                        task.countyId == null ? null : counties.get(task.countyId),
                        last.get(task.id),
                        scheduled(task, expected.getOrDefault(task.id, List.of()), today),
                        today))
                .toList();
    }

    private static TaskRow row(
            Stored task,
            Map<TaskEvent.Part, List<UnitRef>> parts,
            @Nullable String countyName,
            TaskRow.@Nullable LastReport last,
            @Nullable Integer scheduled,
            LocalDate today) {
        return new TaskRow(
                task.id,
                task.version,
                task.planId,
                task.planTitle,
                task.source,
                task.ordinal,
                task.title,
                task.state,
                task.dueOn,
                task.originalDueOn,
                task.kind,
                task.standing(),
                task.light,
                task.lightReason,
                task.lightSince,
                task.progress,
                scheduled,
                task.stillSince(today),
                parts.getOrDefault(TaskEvent.Part.LEAD, List.of()),
                parts.getOrDefault(TaskEvent.Part.COOPERATING, List.of()),
                task.countyId,
                countyName,
                last,
                task.updatedAt);
    }

    private static @Nullable Integer scheduled(Stored task, List<Milestone> milestones, LocalDate today) {
        return Schedule.expected(task.state, task.beganOn(), task.standing() ? null : task.dueOn, milestones, today);
    }

    private Map<UUID, Map<TaskEvent.Part, List<UnitRef>>> parts(UUID[] ids) {
        record Named(UUID task, TaskEvent.Part part, UUID unit) {}
        List<Named> named = jdbc.sql(
                        "select task_id, part, unit_id from task_unit where task_id = any(:ids) order by task_id, place")
                .param("ids", ids)
                .query((row, n) -> new Named(
                        row.getObject("task_id", UUID.class),
                        TaskEvent.Part.valueOf(row.getString("part")),
                        row.getObject("unit_id", UUID.class)))
                .list();
        Map<UUID, UnitRef> refs = units.refs(named.stream().map(Named::unit).collect(Collectors.toSet()));
        return named.stream()
                .collect(Collectors.groupingBy(
                        Named::task,
                        Collectors.groupingBy(
                                Named::part, Collectors.mapping(one -> ref(refs, one.unit), Collectors.toList()))));
    }

    private List<TaskDetail.TaskReport> reports(UUID task, Map<UUID, UnitRef> refs, Sight sight, LocalDate today) {
        return new ArrayList<>(jdbc.sql("select r.*, " + EvidenceFiles.OF_REPORT
                        + " from report r where r.task_id = :task and " + Sights.reports(sight)
                        + " order by r.period desc, r.unit_id")
                .param("task", task)
                .params(Sights.parameters(sight))
                .query((row, n) -> report(row, refs, today))
                .list());
    }

    private TaskDetail.TaskReport report(ResultSet row, Map<UUID, UnitRef> refs, LocalDate today) throws SQLException {
        LocalDate dueOn = row.getObject("due_on", LocalDate.class);
        OffsetDateTime submittedAt = BusinessTime.atOrNull(row.getObject("submitted_at", OffsetDateTime.class));
        @Nullable Boolean onTime = row.getObject("on_time", Boolean.class);
        String state = row.getString("state");
        Lit lit = lights.report(
                new ReportFacts(
                        standing(state),
                        dueOn,
                        submittedAt == null ? null : submittedAt.toLocalDate(),
                        Boolean.TRUE.equals(onTime)),
                today);
        String indicators = row.getString("indicators");
        return new TaskDetail.TaskReport(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getObject("round_id", UUID.class),
                row.getObject("task_id", UUID.class),
                ref(refs, row.getObject("unit_id", UUID.class)),
                period(row),
                dueOn,
                state,
                lit.light(),
                lit.reason(),
                row.getObject("progress", Integer.class),
                row.getString("done"),
                row.getString("problems"),
                row.getString("next"),
                indicators == null ? List.of() : json.readValue(indicators, INDICATORS),
                submittedAt,
                row.getString("submitted_by"),
                onTime,
                row.getString("return_reason"),
                BusinessTime.atOrNull(row.getObject("decided_at", OffsetDateTime.class)),
                row.getString("decided_by"),
                evidence.read(row.getString("evidence")));
    }

    private static ReportFacts.Standing standing(String state) {
        return switch (state) {
            case "SUBMITTED", "ACCEPTED" -> ReportFacts.Standing.HANDED_IN;
            default -> ReportFacts.Standing.valueOf(state);
        };
    }

    private static String period(ResultSet row) throws SQLException {
        return new Period(Cadence.valueOf(row.getString("cadence")), row.getObject("period", LocalDate.class))
                .toString();
    }

    private List<Indicator> indicators(UUID task) {
        return jdbc.sql("""
                        select text, operator, value, upper, measure from task_indicator
                        where task_id = :task
                        order by ordinal
                        """).param("task", task).query(Indicator.class).list();
    }

    private TaskDetail.@Nullable TaskPhase phase(Stored task, LocalDate today) {
        return plans.findById(task.planId)
                .flatMap(plan -> plan.phaseOn(today)
                        .or(() -> Optional.ofNullable(task.dueOn).flatMap(plan::phaseOn)))
                .map(phase -> new TaskDetail.TaskPhase(phase.name(), phase.startsOn(), phase.endsOn()))
                .orElse(null);
    }

    // A unit's copy is never removed; one that is missing was lost, and its id still tells which it was.
    private static UnitRef ref(Map<UUID, UnitRef> refs, UUID unit) {
        return refs.getOrDefault(unit, UnitRef.unknown(unit));
    }

    private record Stored(
            UUID id,
            long version,
            UUID planId,
            String planTitle,
            Plan.Source source,
            int ordinal,
            String title,
            String body,
            TaskState state,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate originalDueOn,
            TaskKind kind,
            @Nullable Cycle cycle,
            @Nullable LocalDate returnedOn,
            @Nullable LocalDate closedOn,
            int progress,
            @Nullable UUID countyId,
            OffsetDateTime updatedAt,
            @Nullable UUID parentId,
            @Nullable UUID givenBy,
            int weight,
            @Nullable LocalDate assignedOn,
            @Nullable String number,
            @Nullable String remark,
            Light light,
            String lightReason,
            @Nullable LocalDate lightSince,
            @Nullable LocalDate movedOn,
            @Nullable LocalDate stillFrom) {

        /** Once it has turned yellow or red, its light says what is wrong. */
        private @Nullable LocalDate stillSince(LocalDate today) {
            boolean calm = light == Light.GREEN || light == Light.BLUE;
            return calm && stillFrom != null && !stillFrom.isAfter(today) ? movedOn : null;
        }

        boolean standing() {
            return kind == TaskKind.STANDING;
        }

        /** From when on progress is expected; null for a draft. */
        @Nullable
        LocalDate beganOn() {
            return Schedule.beganOn(assignedOn, cycle);
        }

        static Stored of(ResultSet row, int n) throws SQLException {
            return new Stored(
                    row.getObject("id", UUID.class),
                    row.getLong("version"),
                    row.getObject("plan_id", UUID.class),
                    row.getString("plan_title"),
                    Plan.Source.valueOf(row.getString("source")),
                    row.getInt("ordinal"),
                    row.getString("title"),
                    row.getString("body"),
                    TaskState.valueOf(row.getString("state")),
                    row.getObject("due_on", LocalDate.class),
                    row.getObject("original_due_on", LocalDate.class),
                    TaskKind.valueOf(row.getString("kind")),
                    Tasks.cycle(row),
                    row.getObject("returned_on", LocalDate.class),
                    row.getObject("closed_on", LocalDate.class),
                    row.getInt("progress"),
                    row.getObject("county_id", UUID.class),
                    BusinessTime.at(row.getObject("updated_at", OffsetDateTime.class)),
                    row.getObject("parent_id", UUID.class),
                    row.getObject("given_by", UUID.class),
                    row.getInt("weight"),
                    row.getObject("assigned_on", LocalDate.class),
                    row.getString("number"),
                    row.getString("remark"),
                    Light.valueOf(row.getString("light")),
                    row.getString("light_reason"),
                    row.getObject("light_since", LocalDate.class),
                    row.getObject("moved_on", LocalDate.class),
                    row.getObject("still_from", LocalDate.class));
        }
    }
}
