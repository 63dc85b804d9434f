package org.duban.task.plan.unit;

import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Names that people have matched to units, remembered for each county. */
@Repository
public class UnitAliases {
    private final JdbcClient jdbc;

    UnitAliases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Map<String, UUID> of(@Nullable UUID county) {
        return jdbc
                .sql("select name, unit_id from unit_alias where county_id is not distinct from cast(:county as uuid)")
                .param("county", county, Types.OTHER)
                .query((row, n) -> Map.entry(row.getString("name"), row.getObject("unit_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public void learn(@Nullable UUID county, String name, UUID unit, OffsetDateTime at, String by) {
        jdbc.sql("""
                        insert into unit_alias (county_id, name, unit_id, learned_at, learned_by)
                        values (:county, :name, :unit, :at, :by)
                        on conflict (county_id, name) do update
                        set unit_id = excluded.unit_id, learned_at = excluded.learned_at, learned_by = excluded.learned_by
                        """)
                .param("county", county, Types.OTHER)
                .param("name", UnitNames.plain(name))
                .param("unit", unit)
                .param("at", at)
                .param("by", by)
                .update();
    }
}
