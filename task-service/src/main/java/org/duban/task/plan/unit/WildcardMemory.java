package org.duban.task.plan.unit;

import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which units people put in the place of a phrase that stands for many (behaviours.md B3), remembered for each county. */
@Repository
public class WildcardMemory {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final JdbcClient jdbc;

    WildcardMemory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param document the title of the plan in which it was decided */
    public record Remembered(List<UUID> leads, List<UUID> cooperators, String document, LocalDate on, String by) {}

    /** @return by the phrase, without regard to width and blanks */
    public Map<String, Remembered> of(@Nullable UUID county) {
        return jdbc
                .sql("select * from wildcard_resolution where county_id is not distinct from cast(:county as uuid)")
                .param("county", county, Types.OTHER)
                .query((row, n) -> Map.entry(
                        row.getString("phrase"),
                        new Remembered(
                                List.of((UUID[]) row.getArray("leads").getArray()),
                                List.of((UUID[]) row.getArray("cooperators").getArray()),
                                row.getString("document"),
                                row.getObject("learned_at", OffsetDateTime.class)
                                        .atZoneSameInstant(ZONE)
                                        .toLocalDate(),
                                row.getString("learned_by"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public void learn(
            @Nullable UUID county,
            String phrase,
            List<UUID> leads,
            List<UUID> cooperators,
            String document,
            OffsetDateTime at,
            String by) {
        jdbc.sql("""
                        insert into wildcard_resolution
                            (county_id, phrase, leads, cooperators, document, learned_at, learned_by)
                        values (:county, :phrase, :leads, :cooperators, :document, :at, :by)
                        on conflict (county_id, phrase) do update
                        set leads = excluded.leads, cooperators = excluded.cooperators, document = excluded.document,
                            learned_at = excluded.learned_at, learned_by = excluded.learned_by
                        where (wildcard_resolution.leads, wildcard_resolution.cooperators)
                              is distinct from (excluded.leads, excluded.cooperators)
                        """)
                .param("county", county, Types.OTHER)
                .param("phrase", UnitNames.plain(phrase))
                .param("leads", leads.toArray(UUID[]::new))
                .param("cooperators", cooperators.toArray(UUID[]::new))
                .param("document", document)
                .param("at", at)
                .param("by", by)
                .update();
    }
}
