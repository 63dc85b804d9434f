package org.duban.task.assessment;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.duban.kit.security.Caller;
import org.duban.kit.security.Sight;
import org.duban.kit.web.Cursor;
import org.duban.kit.web.Limit;
import org.duban.kit.web.Page;
import org.duban.task.access.Rights;
import org.duban.task.assessment.AppealView.AppealAction;
import org.duban.task.assessment.AssessmentBoard.AssessedPart;
import org.duban.task.assessment.AssessmentBoard.AssessedUnit;
import org.duban.task.assessment.Boards.Board;
import org.duban.task.assessment.Boards.Standing;
import org.duban.task.assessment.Measure.Opens;
import org.duban.task.assessment.Score.ItemScore;
import org.duban.task.assessment.ScoreSheet.SheetItem;
import org.duban.task.assessment.ScoreSheet.SheetLine;
import org.duban.task.assessment.ScoreSheet.SheetPart;
import org.duban.task.assessment.SettledMonths.Announced;
import org.duban.task.assessment.SettledMonths.Settled;
import org.duban.task.directory.UnitRef;
import org.duban.task.directory.Units;
import org.duban.task.ledger.BusinessTime;
import org.duban.task.ledger.TaskViews;
import org.duban.task.query.Conditions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rankings, sheets and appeals as they are shown, each caller their own (behaviours.md P21); a unit reads its own place only. */
@Component
@Transactional(readOnly = true)
public class AssessmentViews {
    private static final String APPEALS = """
            select a.*, s.id as sheet_id, l.measure, l.opens, l.fact_id, l.task_id, l.day, l.words as line_words, l.points,
                   coalesce(u.name, '未登记单位') as unit_name, coalesce(u.short_name, '未登记单位') as unit_short_name,
                   u.county_name
            from assessment_appeal a
            join assessment_line l on l.id = a.line_id
            join assessment_score s on s.month = a.month and s.unit_id = a.unit_id
            left join directory_unit u on u.id = a.unit_id
            where %s
            order by a.id desc
            limit :limit
            """;

    private final JdbcClient jdbc;
    private final Boards boards;
    private final Facts facts;
    private final SettledMonths settledMonths;
    private final Units units;
    private final TaskViews tasks;
    private final Clock clock;

    AssessmentViews(
            JdbcClient jdbc,
            Boards boards,
            Facts facts,
            SettledMonths settledMonths,
            Units units,
            TaskViews tasks,
            Clock clock) {
        this.jdbc = jdbc;
        this.boards = boards;
        this.facts = facts;
        this.settledMonths = settledMonths;
        this.units = units;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Whether the caller runs the assessment: the city's supervisors do. */
    static boolean runs(Caller caller) {
        return Rights.supervises(caller) && caller.sight() instanceof Sight.Everything;
    }

    public AssessmentBoard board(YearMonth month, Caller caller) {
        Board board = boards.of(month);
        List<Standing> seen = board.standings().stream()
                .filter(one -> caller.sees(one.unitId(), one.countyId()))
                .toList();
        Map<UUID, UnitRef> refs = refs(seen.stream().map(Standing::unitId).toList());
        Settled settled = board.settled();
        int openRounds = settled == null ? settledMonths.openRounds(month) : 0;
        boolean over = month.atEndOfMonth().isBefore(LocalDate.now(clock));
        return new AssessmentBoard(
                month.toString(),
                state(settled, over),
                settled == null ? null : settled.at(),
                settled == null ? null : settled.by(),
                settled == null ? null : settled.appealBy(),
                openAppeals(month, caller),
                openRounds,
                board.standings().size(),
                board.average(),
                board.rules(),
                seen.stream().map(one -> assessed(one, refs)).toList(),
                runs(caller) && settled == null && over && openRounds == 0,
                runs(caller) && settled == null && board.rules().item(Measure.FEATURE) != null);
    }

    private static AssessmentState state(@Nullable Settled settled, boolean over) {
        return settled != null ? AssessmentState.SETTLED : over ? AssessmentState.ENDED : AssessmentState.RUNNING;
    }

    private static AssessedUnit assessed(Standing one, Map<UUID, UnitRef> refs) {
        Score score = one.score();
        return new AssessedUnit(
                ref(one.unitId(), one.countyId(), refs),
                one.place(),
                score.total(),
                changed(one),
                score.parts().stream()
                        .map(part -> new AssessedPart(part.name(), part.weight(), part.score()))
                        .toList(),
                score.bonusPoints(),
                score.facts(),
                one.announced() == null ? null : one.announced().id());
    }

    private static @Nullable BigDecimal changed(Standing one) {
        Announced announced = one.announced();
        return announced == null || announced.total().compareTo(one.score().total()) == 0
                ? null
                : ScoringRules.plain(announced.total());
    }

    private int openAppeals(YearMonth month, Caller caller) {
        Conditions seen = new Conditions()
                .and("a.month = :month", "month", month.atDay(1))
                .and("a.state = 'OPEN'")
                .seenBy(caller.sight(), "a");
        return jdbc.sql("select count(*) from assessment_appeal a where " + seen.where())
                .params(seen.params())
                .query(Integer.class)
                .single();
    }

    /** @throws AssessmentRefused where the unit is not assessed in that month, or is not the caller's to see */
    public ScoreSheet sheet(YearMonth month, UUID unit, Caller caller) {
        Board board = boards.of(month);
        Standing standing = board.of(unit)
                .filter(one -> caller.sees(one.unitId(), one.countyId()))
                .orElseThrow(AssessmentRefused::sheetNotFound);
        return sheet(board, standing, caller);
    }

    /** @param id of a settled month's sheet */
    public ScoreSheet sheet(UUID id, Caller caller) {
        Announced announced = settledMonths
                .sheet(id)
                .filter(one -> caller.sees(one.unitId(), one.countyId()))
                .orElseThrow(AssessmentRefused::sheetNotFound);
        return sheet(announced.month(), announced.unitId(), caller);
    }

    private ScoreSheet sheet(Board board, Standing standing, Caller caller) {
        Settled settled = board.settled();
        LocalDate today = LocalDate.now(clock);
        Map<Measure, List<SheetLine>> lines = led(
                settled == null
                        ? asOfNow(board, standing.unitId(), today)
                        : counted(settled, standing.unitId(), today, caller),
                caller);
        Announced announced = standing.announced();
        Score score = standing.score();
        boolean moved = announced != null && (changed(standing) != null || announced.place() != standing.place());
        return new ScoreSheet(
                announced == null ? null : announced.id(),
                board.month().toString(),
                state(settled, board.month().atEndOfMonth().isBefore(today)),
                settled == null ? null : settled.appealBy(),
                ref(standing.unitId(), standing.countyId(), refs(List.of(standing.unitId()))),
                standing.place(),
                board.standings().size(),
                score.total(),
                changed(standing),
                announced != null && moved ? announced.place() : null,
                score.parts().stream()
                        .map(part -> new SheetPart(
                                part.name(), part.weight(), part.score(), part.weighted(), items(part.items(), lines)))
                        .toList(),
                items(score.bonus(), lines),
                score.bonusPoints(),
                board.rules().bonusCap());
    }

    private static List<SheetItem> items(List<ItemScore> items, Map<Measure, List<SheetLine>> lines) {
        return items.stream()
                .map(item -> new SheetItem(
                        item.measure(),
                        item.words(),
                        item.points(),
                        item.cap(),
                        item.facts(),
                        item.raw(),
                        item.counted(),
                        item.capped(),
                        lines.getOrDefault(item.measure(), List.of())))
                .toList();
    }

    /** A unit's facts stay its own after its task was given to others; the task does not, and no line leads where nothing is to be seen. */
    private Map<Measure, List<SheetLine>> led(Map<Measure, List<SheetLine>> lines, Caller caller) {
        Set<UUID> seen = tasks.rows(
                        lines.values().stream()
                                .flatMap(List::stream)
                                .map(SheetLine::taskId)
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()),
                        caller)
                .keySet();
        Map<Measure, List<SheetLine>> led = new EnumMap<>(Measure.class);
        lines.forEach((measure, ofMeasure) -> led.put(
                measure, ofMeasure.stream().map(line -> line.ofTasks(seen)).toList()));
        return led;
    }

    private Map<Measure, List<SheetLine>> asOfNow(Board board, UUID unit, LocalDate today) {
        Map<Measure, List<SheetLine>> lines = new HashMap<>();
        facts.of(board.month(), today, board.rules().measures(), unit).forEach(fact -> {
            ScoringRules.ScoringItem item = board.rules().item(fact.measure());
            if (item != null) {
                lines.computeIfAbsent(fact.measure(), it -> new ArrayList<>())
                        .add(new SheetLine(
                                null,
                                fact.measure().opens(),
                                fact.id(),
                                fact.taskId(),
                                fact.day(),
                                fact.words(),
                                effect(fact.measure(), fact.points(item)),
                                null,
                                null,
                                null,
                                false));
            }
        });
        return lines;
    }

    private Map<Measure, List<SheetLine>> counted(Settled settled, UUID unit, LocalDate today, Caller caller) {
        record Against(UUID id, UUID lineId, AppealState state) {}
        Map<UUID, Against> appeals = new HashMap<>();
        jdbc.sql("""
                        select id, line_id, state from assessment_appeal
                        where month = :month and unit_id = :unit and state <> 'WITHDRAWN'
                        """)
                .param("month", settled.month().atDay(1))
                .param("unit", unit)
                .query(Against.class)
                .list()
                .forEach(one -> appeals.put(one.lineId, one));
        boolean mayAppeal =
                Rights.actsForItsUnit(caller) && unit.equals(caller.unit()) && !today.isAfter(settled.appealBy());
        Map<Measure, List<SheetLine>> lines = new HashMap<>();
        settledMonths.lines(settled.month(), unit).forEach(line -> {
            Against appeal = appeals.get(line.id());
            lines.computeIfAbsent(line.measure(), it -> new ArrayList<>())
                    .add(new SheetLine(
                            line.id(),
                            line.opens(),
                            line.factId(),
                            line.taskId(),
                            line.day(),
                            line.words(),
                            effect(line.measure(), line.points()),
                            line.corrects(),
                            appeal == null ? null : appeal.id,
                            appeal == null ? null : appeal.state,
                            mayAppeal
                                    && appeal == null
                                    && line.corrects() == null
                                    && !line.measure().bonus()));
        });
        return lines;
    }

    private static BigDecimal effect(Measure measure, BigDecimal points) {
        return ScoringRules.plain(measure.bonus() ? points : points.negate());
    }

    /**
     * Newest first.
     *
     * @param month null for every month
     */
    public Page<AppealView> appeals(
            Collection<AppealState> states,
            @Nullable YearMonth month,
            @Nullable UUID unit,
            Caller caller,
            Limit limit,
            @Nullable String cursor) {
        Conditions asked = new Conditions()
                .given("a.month = :month", "month", month == null ? null : month.atDay(1))
                .given("a.unit_id = :unit", "unit", unit)
                .seenBy(caller.sight(), "a");
        if (!states.isEmpty()) {
            asked.and(
                    "a.state in (:states)",
                    "states",
                    states.stream().map(AppealState::name).toList());
        }
        if (cursor != null) {
            asked.and("a.id < :after", "after", Cursor.decode(cursor).uuid(0));
        }
        List<AppealView> fetched = jdbc.sql(APPEALS.formatted(asked.where()))
                .params(asked.params())
                .param("limit", limit.plusOne())
                .query((row, n) -> appeal(row, caller))
                .list();
        return Page.of(fetched, limit, last -> Cursor.encode(last.id()));
    }

    public AppealView appeal(UUID id, Caller caller) {
        Conditions asked = new Conditions().and("a.id = :id", "id", id).seenBy(caller.sight(), "a");
        return jdbc.sql(APPEALS.formatted(asked.where()))
                .params(asked.params())
                .param("limit", 1)
                .query((row, n) -> appeal(row, caller))
                .optional()
                .orElseThrow(AssessmentRefused::appealNotFound);
    }

    private static AppealView appeal(ResultSet row, Caller caller) throws SQLException {
        UUID unit = row.getObject("unit_id", UUID.class);
        AppealState state = AppealState.valueOf(row.getString("state"));
        Measure measure = Measure.valueOf(row.getString("measure"));
        List<AppealAction> allowed = new ArrayList<>();
        if (state == AppealState.OPEN && runs(caller)) {
            allowed.add(AppealAction.DECIDE);
        }
        if (state == AppealState.OPEN && Rights.actsForItsUnit(caller) && unit.equals(caller.unit())) {
            allowed.add(AppealAction.WITHDRAW);
        }
        BigDecimal restored = row.getBigDecimal("restored");
        return new AppealView(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getObject("line_id", UUID.class),
                row.getObject("sheet_id", UUID.class),
                YearMonth.from(row.getObject("month", LocalDate.class)).toString(),
                new UnitRef(
                        unit,
                        row.getString("unit_name"),
                        row.getString("unit_short_name"),
                        row.getObject("county_id", UUID.class),
                        row.getString("county_name")),
                state,
                measure,
                measure.words(),
                Opens.valueOf(row.getString("opens")),
                row.getObject("fact_id", UUID.class),
                row.getObject("task_id", UUID.class),
                row.getObject("day", LocalDate.class),
                row.getString("line_words"),
                ScoringRules.plain(row.getBigDecimal("points")),
                row.getString("words"),
                BusinessTime.at(row.getObject("appealed_at", OffsetDateTime.class)),
                row.getString("appealed_by"),
                restored == null ? null : ScoringRules.plain(restored),
                row.getString("decision"),
                BusinessTime.atOrNull(row.getObject("decided_at", OffsetDateTime.class)),
                row.getString("decided_by"),
                List.copyOf(allowed));
    }

    private Map<UUID, UnitRef> refs(Collection<UUID> ids) {
        return units.refs(ids);
    }

    static UnitRef ref(UUID unit, @Nullable UUID county, Map<UUID, UnitRef> refs) {
        UnitRef known = refs.get(unit);
        return known == null ? new UnitRef(unit, "未登记单位", "未登记单位", county, null) : known;
    }
}
