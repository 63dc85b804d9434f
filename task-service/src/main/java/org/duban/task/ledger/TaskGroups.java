package org.duban.task.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.kit.security.Caller;
import org.duban.task.directory.UnitRef;
import org.duban.task.directory.Units;
import org.duban.task.light.Light;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The ledger in groups with their counts (behaviours.md P2); what a group counts is what the ledger lists for its key. */
@Repository
@Transactional(readOnly = true)
public class TaskGroups {

    /** By what the ledger is grouped; the key of a group is the value of the parameter that lists its tasks. */
    public enum By {
        /** Lead unit; a task that several units lead stands in each one's group. */
        UNIT("u.unit_id", "left join task_unit u on u.task_id = t.id and u.part = 'LEAD'"),
        /** The plan or minutes it comes from. */
        SOURCE("t.plan_id", ""),
        LIGHT("t.light", ""),
        STATE("t.state", ""),
        KIND("t.kind", "");

        private final String key;
        private final String joined;

        By(String key, String joined) {
            this.key = key;
            this.joined = joined;
        }
    }

    /**
     * @param key of UNIT the unit's id, of SOURCE the plan's; else the word itself; null for tasks without a lead unit
     * @param words in Chinese, null where {@code key} is a word that the reader knows
     * @param closed of the tasks, closed ones
     * @param averageProgress 0 to 100, rounded
     */
    public record TaskGroup(@Nullable String key, @Nullable String words, int tasks, int closed, int averageProgress) {}

    private static final String GROUPS = """
            select (%s)::text as key, count(*) as tasks, count(*) filter (where t.state = 'CLOSED') as closed,
                   round(avg(t.progress))::int as average_progress
            from (select t.* from task t
                  %s) t
            %s
            group by 1
            order by tasks desc, key
            """;

    private record Counted(@Nullable String key, int tasks, int closed, int averageProgress) {}

    private final JdbcClient jdbc;
    private final Units units;
    private final Clock clock;

    TaskGroups(JdbcClient jdbc, Units units, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.clock = clock;
    }

    /** Lights from grave to calm, states in the order of a life, kinds in theirs, plans newest first, units with most tasks first. */
    public List<TaskGroup> of(By by, TaskFilter filter, Caller caller) {
        LocalDate today = LocalDate.now(clock);
        StringBuilder narrowed = new StringBuilder();
        Map<String, Object> parameters = new HashMap<>();
        TaskViews.narrow(filter, caller.sight(), narrowed, parameters);
        parameters.put("today", today);
        List<Counted> counted = jdbc.sql(GROUPS.formatted(by.key, narrowed, by.joined))
                .params(parameters)
                .query(Counted.class)
                .list();
        return switch (by) {
            case UNIT -> named(counted, unitNames(counted));
            case SOURCE ->
                named(
                        counted.stream()
                                .sorted((one, other) ->
                                        String.valueOf(other.key).compareTo(String.valueOf(one.key)))
                                .toList(),
                        planTitles(counted));
            case LIGHT -> inOrder(counted, Arrays.asList(Light.values()).reversed());
            case STATE -> inOrder(counted, Arrays.asList(TaskState.values()));
            case KIND -> inOrder(counted, Arrays.asList(TaskKind.values()));
        };
    }

    private static List<TaskGroup> named(List<Counted> counted, Map<String, String> names) {
        return counted.stream()
                .map(one -> new TaskGroup(
                        one.key,
                        one.key == null ? "未明确牵头单位" : names.getOrDefault(one.key, "未登记单位"),
                        one.tasks,
                        one.closed,
                        one.averageProgress))
                .toList();
    }

    private static List<TaskGroup> inOrder(List<Counted> counted, List<? extends Enum<?>> order) {
        Map<String, Counted> byKey =
                counted.stream().collect(Collectors.toMap(one -> String.valueOf(one.key), Function.identity()));
        return order.stream()
                .map(word -> byKey.get(word.name()))
                .filter(Objects::nonNull)
                .map(one -> new TaskGroup(one.key, null, one.tasks, one.closed, one.averageProgress))
                .toList();
    }

    private Map<String, String> unitNames(List<Counted> counted) {
        return units.refs(ids(counted)).values().stream()
                .collect(Collectors.toMap(unit -> unit.id().toString(), UnitRef::shortName));
    }

    private Map<String, String> planTitles(List<Counted> counted) {
        record Titled(UUID id, String title) {}
        return jdbc
                .sql("select id, title from plan where id = any(:ids)")
                .param("ids", ids(counted).toArray(UUID[]::new))
                .query(Titled.class)
                .list()
                .stream()
                .collect(Collectors.toMap(plan -> plan.id().toString(), Titled::title));
    }

    private static List<UUID> ids(List<Counted> counted) {
        return counted.stream()
                .flatMap(one -> one.key == null ? Stream.empty() : Stream.of(one.key))
                .map(UUID::fromString)
                .toList();
    }
}
