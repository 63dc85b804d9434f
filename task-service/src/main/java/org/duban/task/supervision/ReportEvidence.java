package org.duban.task.supervision;

import java.util.List;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.task.evidence.EvidenceHolder;
import org.duban.task.evidence.EvidenceKind;
import org.duban.task.ledger.Givers;
import org.duban.task.supervision.Report.Owed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whoever sees a report sees its files: so too the unit that gave the task as a piece of its own. */
@Component
class ReportEvidence implements EvidenceHolder {

    private final Reports reports;
    private final JdbcClient jdbc;
    private final Givers givers;

    ReportEvidence(Reports reports, JdbcClient jdbc, Givers givers) {
        this.reports = reports;
        this.jdbc = jdbc;
        this.givers = givers;
    }

    @Override
    public EvidenceKind kind() {
        return EvidenceKind.REPORT;
    }

    @Override
    public boolean shows(UUID subject, UUID unit, Caller caller) {
        return reports.find(subject)
                .map(Report::owed)
                .filter(owed -> caller.sees(owed.unit(), owed.county()) || gave(owed, caller))
                .isPresent();
    }

    @Override
    public List<UUID> neverSigned(List<UUID> subjects) {
        // the time in a report's id is its period's first moment, which finds the partition
        return jdbc.sql("""
                        select r.id
                        from unnest(cast(:ids as uuid[])) waiting (id)
                        join report r on r.id = waiting.id
                          and r.period = (uuid_extract_timestamp(waiting.id) at time zone 'Asia/Shanghai')::date
                        where r.state in ('WAIVED', 'LAPSED')
                        """)
                .param("ids", subjects.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    private boolean gave(Owed owed, Caller caller) {
        return jdbc.sql("select given_by from task where id = :task and given_by is not null")
                .param("task", owed.task())
                .query(UUID.class)
                .optional()
                .filter(giver -> givers.speaksFor(giver, caller))
                .isPresent();
    }
}
