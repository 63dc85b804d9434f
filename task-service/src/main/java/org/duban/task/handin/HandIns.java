package org.duban.task.handin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.duban.task.calendar.OnDayOff;
import org.duban.task.handin.HandIn.Contribution;
import org.duban.task.handin.HandIn.Occasion;
import org.duban.task.handin.HandIn.Yearly;
import org.duban.task.handin.Obligation.Answer;
import org.duban.task.handin.Obligation.State;
import org.duban.task.ledger.BusinessTime;
import org.duban.task.supervision.RoundAsks;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Hand-ins and what each unit owes of them. */
@Repository
class HandIns {

    private final JdbcClient jdbc;

    HandIns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A plan, as far as a hand-in needs it. */
    record Of(UUID id, String title, @Nullable UUID county, OnDayOff onDayOff) {}

    /** A unit that is to hand something in. */
    record Member(UUID unitId, @Nullable UUID countyId) {}

    Optional<Of> plan(UUID id) {
        return jdbc.sql("select id, title, county_id, on_day_off from plan where id = :id")
                .param("id", id)
                .query((row, number) -> new Of(
                        id,
                        row.getString("title"),
                        row.getObject("county_id", UUID.class),
                        OnDayOff.valueOf(row.getString("on_day_off"))))
                .optional();
    }

    /** Every unit that has a part in a running task of the plan. */
    List<Member> members(UUID plan) {
        return jdbc.sql("""
                        select distinct u.unit_id, u.county_id from task t join task_unit u on u.task_id = t.id
                        where t.plan_id = :plan and t.running
                        order by u.unit_id
                        """).param("plan", plan).query(Member.class).list();
    }

    List<Member> leads(UUID task) {
        return jdbc.sql("""
                        select unit_id, county_id from task_unit where task_id = :task and part = 'LEAD' order by unit_id
                        """).param("task", task).query(Member.class).list();
    }

    /** @return false where it was asked for on that occasion already */
    boolean add(HandIn asked, OffsetDateTime at, String by) {
        Occasion occasion = asked.occasion();
        Yearly yearly = occasion instanceof Yearly of ? of : null;
        return jdbc.sql("""
                                insert into hand_in (id, plan_id, county_id, title, words, due_on, asked_at, asked_by, task_id,
                                                     artefact, year, round_id)
                                values (:id, :plan, :county, :title, :words, :dueOn, :at, :by, :task, :artefact, :year, :round)
                                on conflict do nothing
                                """)
                        .param("id", asked.id())
                        .param("plan", asked.plan())
                        .param("county", asked.county(), Types.OTHER)
                        .param("title", asked.title())
                        .param("words", asked.words(), Types.VARCHAR)
                        .param("dueOn", asked.dueOn())
                        .param("at", at)
                        .param("by", by)
                        .param("task", occasion == null ? null : occasion.task(), Types.OTHER)
                        .param(
                                "artefact",
                                yearly == null ? null : yearly.artefact().name(),
                                Types.VARCHAR)
                        .param("year", yearly == null ? null : yearly.year(), Types.INTEGER)
                        .param("round", occasion instanceof Contribution of ? of.round() : null, Types.OTHER)
                        .update()
                == 1;
    }

    void add(HandIn asked, Obligation owed) {
        jdbc.sql("""
                        insert into hand_in_owed (id, hand_in_id, plan_id, unit_id, county_id, due_on, state, version)
                        values (:id, :handIn, :plan, :unit, :county, :dueOn, :state, :version)
                        """)
                .param("id", owed.id())
                .param("handIn", asked.id())
                .param("plan", asked.plan())
                .param("unit", owed.unit())
                .param("county", owed.county(), Types.OTHER)
                .param("dueOn", owed.dueOn())
                .param("state", owed.state().name())
                .param("version", owed.version())
                .update();
    }

    Optional<HandIn> find(UUID id) {
        return jdbc.sql("""
                        select h.*, p.title as plan_title from hand_in h join plan p on p.id = h.plan_id where h.id = :id
                        """).param("id", id).query(HandIns::handIn).optional();
    }

    /** Holds it until the transaction ends, so that of two decisions the second sees the first. */
    Optional<Obligation> locked(UUID id) {
        return jdbc.sql("select * from hand_in_owed where id = :id for update")
                .param("id", id)
                .query(HandIns::obligation)
                .optional();
    }

    List<Obligation> lockedOf(UUID handIn) {
        return jdbc.sql(
                        "select * from hand_in_owed where hand_in_id = :handIn and state <> 'WITHDRAWN' order by id for update")
                .param("handIn", handIn)
                .query(HandIns::obligation)
                .list();
    }

    /** Writes what a decision changed. The caller holds the lock on the row. */
    void save(Obligation owed) {
        Answer answer = owed.answer();
        jdbc.sql("""
                        update hand_in_owed
                        set due_on = :dueOn, state = :state, answer = :answer, answered_at = :at, answered_by = :by,
                            on_time = :onTime, return_reason = :reason, version = :version
                        where id = :id
                        """)
                .param("dueOn", owed.dueOn())
                .param("state", owed.state().name())
                .param("answer", answer == null ? null : answer.words(), Types.VARCHAR)
                .param("at", answer == null ? null : answer.at(), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("by", answer == null ? null : answer.by(), Types.VARCHAR)
                .param("onTime", answer == null ? null : answer.onTime(), Types.BOOLEAN)
                .param("reason", owed.returnReason(), Types.VARCHAR)
                .param("version", owed.version())
                .param("id", owed.id())
                .update();
    }

    /** A unit that cooperates in a task of the round and has not been asked what it has done. */
    record Cooperating(
            UUID task,
            String taskTitle,
            UUID unit,
            @Nullable UUID county) {}

    /** Task by task in the plan's order; nobody where the plan does not want them to tell the lead unit. */
    List<Cooperating> notYetAsked(RoundAsks round) {
        return jdbc.sql("""
                        select t.id as task, t.title as task_title, u.unit_id as unit, u.county_id as county
                        from plan p
                        join task t on t.plan_id = p.id and t.running
                        join task_unit u on u.task_id = t.id and u.part = 'COOPERATING'
                        where p.id = :plan and p.cooperators = 'TO_LEAD' and coalesce(t.cadence, p.cadence) = :cadence
                          and (t.owes_from is null or t.owes_from <= :dueOn)
                          and not exists (
                              select from hand_in h join hand_in_owed o on o.hand_in_id = h.id
                              where h.round_id = :round and h.task_id = t.id and o.unit_id = u.unit_id)
                          and not exists (
                              select from hand_in h
                              where h.round_id = :round and h.task_id = t.id and h.withdrawn_on is not null)
                        order by t.ordinal, t.id, u.place, u.unit_id
                        """)
                .param("plan", round.plan())
                .param("round", round.round())
                .param("cadence", round.period().cadence().name())
                .param("dueOn", round.dueOn())
                .query(Cooperating.class)
                .list();
    }

    Optional<HandIn> contribution(UUID round, UUID task) {
        return jdbc.sql("""
                        select h.*, p.title as plan_title from hand_in h join plan p on p.id = h.plan_id
                        where h.round_id = :round and h.task_id = :task
                        """)
                .param("round", round)
                .param("task", task)
                .query(HandIns::handIn)
                .optional();
    }

    /** Contributions that are still awaited in the round. */
    List<Obligation> awaitedIn(UUID round) {
        return awaited("h.round_id = :of", round);
    }

    List<Obligation> awaitedOn(UUID task) {
        return awaited("h.round_id is not null and h.task_id = :of", task);
    }

    /** Of units that cooperate no more, or are not to tell the lead unit any more. */
    List<Obligation> awaitedInVain(UUID plan) {
        return awaited("""
                h.round_id is not null and h.plan_id = :of
                and not exists (
                    select from task_unit u join plan p on p.id = h.plan_id
                    where u.task_id = h.task_id and u.unit_id = o.unit_id and u.part = 'COOPERATING'
                      and p.cooperators = 'TO_LEAD')
                """, plan);
    }

    private List<Obligation> awaited(String condition, UUID of) {
        return jdbc.sql("""
                        select o.* from hand_in_owed o join hand_in h on h.id = o.hand_in_id
                        where o.state in ('OWED', 'RETURNED') and %s
                        order by o.id
                        for update of o
                        """.formatted(condition))
                .param("of", of)
                .query(HandIns::obligation)
                .list();
    }

    void withdraw(UUID handIn, LocalDate today) {
        jdbc.sql("update hand_in set withdrawn_on = :today where id = :id and withdrawn_on is null")
                .param("today", today)
                .param("id", handIn)
                .update();
    }

    /** A running task that owes the yearly artefacts. */
    record OwesYearly(UUID task, String taskTitle, UUID plan, LocalDate since) {}

    /** Those for which something of the year has not been asked for yet, plan by plan. */
    List<OwesYearly> owingYearly(int year) {
        return jdbc.sql("""
                        select t.id as task, t.title as task_title, t.plan_id as plan, t.artefacts_since as since
                        from task t
                        where t.artefacts_since is not null and t.running
                          and (select count(*) from hand_in h where h.task_id = t.id and h.year = :year) < :all
                        order by t.plan_id, t.id
                        """)
                .param("year", year)
                .param("all", Artefact.values().length)
                .query(OwesYearly.class)
                .list();
    }

    /** The plan's days, the usual ones where it names none. */
    Map<Artefact, MonthDay> days(UUID plan) {
        Map<Artefact, MonthDay> days = new EnumMap<>(Artefact.class);
        for (Artefact artefact : Artefact.values()) {
            days.put(artefact, artefact.usual());
        }
        jdbc.sql("select artefact, month, day from artefact_day where plan_id = :plan")
                .param("plan", plan)
                .query(row -> {
                    days.put(
                            Artefact.valueOf(row.getString("artefact")),
                            MonthDay.of(row.getInt("month"), row.getInt("day")));
                });
        return days;
    }

    void keepDays(UUID plan, Map<Artefact, MonthDay> days) {
        jdbc.sql("delete from artefact_day where plan_id = :plan")
                .param("plan", plan)
                .update();
        days.forEach((artefact, day) -> jdbc.sql("""
                        insert into artefact_day (plan_id, artefact, month, day) values (:plan, :artefact, :month, :day)
                        """)
                .param("plan", plan)
                .param("artefact", artefact.name())
                .param("month", day.getMonthValue())
                .param("day", day.getDayOfMonth())
                .update());
    }

    void oweYearly(UUID plan, List<UUID> tasks, LocalDate today) {
        jdbc.sql("""
                        update task
                        set artefacts_since = case when id = any(:tasks) then coalesce(artefacts_since, :today) end
                        where plan_id = :plan and (artefacts_since is not null or id = any(:tasks))
                        """)
                .param("plan", plan)
                .param("tasks", tasks.toArray(UUID[]::new))
                .param("today", today)
                .update();
    }

    List<UUID> owingYearly(UUID plan) {
        return jdbc.sql("select id from task where plan_id = :plan and artefacts_since is not null order by ordinal")
                .param("plan", plan)
                .query(UUID.class)
                .list();
    }

    private static HandIn handIn(ResultSet row, int number) throws SQLException {
        return new HandIn(
                row.getObject("id", UUID.class),
                row.getObject("plan_id", UUID.class),
                row.getString("plan_title"),
                row.getObject("county_id", UUID.class),
                row.getString("title"),
                row.getString("words"),
                row.getObject("due_on", LocalDate.class),
                occasion(row));
    }

    private static @Nullable Occasion occasion(ResultSet row) throws SQLException {
        UUID task = row.getObject("task_id", UUID.class);
        if (task == null) {
            return null;
        }
        String artefact = row.getString("artefact");
        return artefact == null
                ? new Contribution(task, row.getObject("round_id", UUID.class))
                : new Yearly(task, Artefact.valueOf(artefact), row.getInt("year"));
    }

    private static Obligation obligation(ResultSet row, int number) throws SQLException {
        OffsetDateTime at = row.getObject("answered_at", OffsetDateTime.class);
        return new Obligation(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getObject("hand_in_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getObject("county_id", UUID.class),
                row.getObject("due_on", LocalDate.class),
                State.valueOf(row.getString("state")),
                at == null
                        ? null
                        : new Answer(
                                row.getString("answer"),
                                BusinessTime.at(at),
                                row.getString("answered_by"),
                                row.getBoolean("on_time")),
                row.getString("return_reason"));
    }
}
