package org.duban.task.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.task.evidence.EvidenceHolder;
import org.duban.task.evidence.EvidenceKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files of a completion are seen as its unit's reports are, and by whoever decides on the task. */
@Component
class CompletionEvidence implements EvidenceHolder {

    private final JdbcClient jdbc;
    private final Givers givers;

    CompletionEvidence(JdbcClient jdbc, Givers givers) {
        this.jdbc = jdbc;
        this.givers = givers;
    }

    @Override
    public EvidenceKind kind() {
        return EvidenceKind.COMPLETION;
    }

    /** @param givenBy the unit that gave the task as a piece of its own, and decides on it */
    private record Seen(
            @Nullable UUID taskCounty,
            @Nullable UUID givenBy,
            @Nullable UUID unitCounty) {

        static Seen of(ResultSet row, int n) throws SQLException {
            return new Seen(
                    row.getObject("task_county", UUID.class),
                    row.getObject("given_by", UUID.class),
                    row.getObject("unit_county", UUID.class));
        }
    }

    @Override
    public boolean shows(UUID subject, UUID unit, Caller caller) {
        return jdbc.sql("""
                        select t.county_id as task_county, t.given_by, u.county_id as unit_county
                        from task t
                        join evidence_use u on u.subject_id = t.id and u.kind = 'COMPLETION' and u.unit_id = :unit
                        where t.id = :task
                        limit 1
                        """)
                .param("task", subject)
                .param("unit", unit)
                .query(Seen::of)
                .optional()
                .filter(seen -> caller.sees(unit, seen.unitCounty)
                        || Sights.supervises(caller, seen.taskCounty)
                        || givers.speaksFor(seen.givenBy, caller))
                .isPresent();
    }
}
