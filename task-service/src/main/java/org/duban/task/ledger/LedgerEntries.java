package org.duban.task.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duban.task.contract.TaskEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tasks with all that was asked of whom, many at a time. */
@Repository
public class LedgerEntries {
    private final JdbcClient jdbc;

    LedgerEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the plan's own tasks in its order, without the pieces that units made of them and what counties added */
    public List<LedgerEntry> ofPlan(UUID plan) {
        return entries(
                "select * from task where plan_id = :key and parent_id is null and not feature order by ordinal", plan);
    }

    /** @return those that are there */
    public List<LedgerEntry> of(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : entries(
                        "select * from task where id = any(:key) order by plan_id, ordinal", ids.toArray(UUID[]::new));
    }

    /** @param countyId the county whose plan it is; null for the city's */
    public record PlanName(UUID id, String title, @Nullable UUID countyId) {}

    /** @return every plan by its name, the oldest first */
    public List<PlanName> plans() {
        return jdbc.sql("select id, title, county_id from plan order by id")
                .query(PlanName.class)
                .list();
    }

    private record Head(
            UUID id,
            long version,
            UUID planId,
            @Nullable UUID countyId,
            int ordinal,
            String title,
            String body,
            @Nullable LocalDate dueOn,
            String kind,
            @Nullable String repeats,
            String state,
            int progress,
            @Nullable String number,
            @Nullable String remark) {}

    private record Share(UUID taskId, String part, UUID unitId) {}

    private record Target(
            UUID taskId,
            String text,
            String operator,
            BigDecimal value,
            @Nullable BigDecimal upper,
            String measure) {}

    private List<LedgerEntry> entries(String sql, Object key) {
        List<Head> heads = jdbc.sql(sql).param("key", key).query(Head.class).list();
        UUID[] ids = heads.stream().map(Head::id).toArray(UUID[]::new);
        Map<UUID, List<UUID>> leads = new HashMap<>();
        Map<UUID, List<UUID>> cooperators = new HashMap<>();
        jdbc.sql("select task_id, part, unit_id from task_unit where task_id = any(:ids) order by task_id, place")
                .param("ids", ids)
                .query(Share.class)
                .list()
                .forEach(share -> (share.part.equals(TaskEvent.Part.LEAD.name()) ? leads : cooperators)
                        .computeIfAbsent(share.taskId, task -> new ArrayList<>())
                        .add(share.unitId));
        Map<UUID, List<Indicator>> indicators = indicators(ids);
        return heads.stream()
                .map(head -> new LedgerEntry(
                        head.id,
                        head.version,
                        head.planId,
                        head.countyId,
                        head.ordinal,
                        TaskState.valueOf(head.state),
                        head.progress,
                        new TaskContent(
                                head.title,
                                head.body,
                                head.dueOn,
                                TaskKind.valueOf(head.kind),
                                head.repeats == null ? null : Repeat.valueOf(head.repeats),
                                indicators.getOrDefault(head.id, List.of()),
                                leads.getOrDefault(head.id, List.of()),
                                cooperators.getOrDefault(head.id, List.of()),
                                head.number,
                                head.remark)))
                .toList();
    }

    Map<UUID, List<Indicator>> indicators(UUID[] ids) {
        Map<UUID, List<Indicator>> indicators = new LinkedHashMap<>();
        jdbc.sql("""
                        select task_id, text, operator, value, upper, measure from task_indicator
                        where task_id = any(:ids)
                        order by task_id, ordinal
                        """)
                .param("ids", ids)
                .query(Target.class)
                .list()
                .forEach(one -> indicators
                        .computeIfAbsent(one.taskId, task -> new ArrayList<>())
                        .add(new Indicator(one.text, one.operator, one.value, one.upper, one.measure)));
        return indicators;
    }
}
