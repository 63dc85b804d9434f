package org.duban.task.plan.unit;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duban.task.plan.reading.Reading;
import org.duban.task.plan.unit.DutyMatch.Duty;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What units are there for (behaviours.md A11, E1): the duties of adopted documents, kept for each county under the names used there. */
@Repository
public class DutyCatalogue {
    private static final int MOST = 2_000;

    private final JdbcClient jdbc;

    DutyCatalogue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the newest document's first */
    List<Duty> of(@Nullable UUID county) {
        return jdbc.sql("""
                        select unit_name as unit, text, document as source from unit_duty
                        where county_id is not distinct from cast(:county as uuid)
                        order by learned_on desc, reading_id desc, place
                        limit :most
                        """)
                .param("county", county, Types.OTHER)
                .param("most", MOST)
                .query(Duty.class)
                .list();
    }

    /** What the document says; a document that is read again replaces nothing, for others may have used other words. */
    public void learn(UUID reading, @Nullable UUID county, List<Reading.Duty> duties, String document, LocalDate on) {
        int place = 0;
        for (Reading.Duty duty : duties) {
            jdbc.sql("""
                            insert into unit_duty (reading_id, place, county_id, unit_name, text, document, learned_on)
                            values (:reading, :place, :county, :unit, :text, :document, :on)
                            on conflict do nothing
                            """)
                    .param("reading", reading)
                    .param("place", place++)
                    .param("county", county, Types.OTHER)
                    .param("unit", duty.unit())
                    .param("text", duty.text())
                    .param("document", document)
                    .param("on", on)
                    .update();
        }
    }
}
