package org.duban.task.ledger;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.duban.kit.security.Sight;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whether a task's targets are reached, by what its lead units reported last. */
@Repository
class Targets {
    private final JdbcClient jdbc;
    private final LedgerEntries entries;

    Targets(JdbcClient jdbc, LedgerEntries entries) {
        this.jdbc = jdbc;
        this.entries = entries;
    }

    /** @param reported in the units' words; null where none of them said */
    record Target(Indicator indicator, @Nullable String reported) {
        boolean reached() {
            return reported != null && indicator.reachedBy(reported);
        }
    }

    List<Target> of(UUID task) {
        return of(task, new Sight.Everything());
    }

    /** @param sight whose reports count */
    List<Target> of(UUID task, Sight sight) {
        Map<String, String> reported = reported(task, sight);
        return entries.indicators(new UUID[] {task}).getOrDefault(task, List.of()).stream()
                .map(indicator -> new Target(indicator, reported.get(indicator.text())))
                .toList();
    }

    private Map<String, String> reported(UUID task, Sight sight) {
        record Value(String text, String value) {}
        return jdbc
                .sql("""
                        select distinct on (i.text) i.text, i.value
                        from report r
                        cross join jsonb_to_recordset(r.indicators) as i (text text, value text)
                        where r.task_id = :task and r.submitted_at is not null and r.state <> 'RETURNED'
                          and i.text is not null and i.value is not null and\s\
                        """ + Sights.reports(sight) + " order by i.text, r.period desc, r.submitted_at desc")
                .param("task", task)
                .params(Sights.parameters(sight))
                .query(Value.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Value::text, Value::value));
    }
}
