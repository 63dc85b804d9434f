package org.duban.task.supervision;

import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.task.evidence.EvidenceHolder;
import org.duban.task.evidence.EvidenceKind;
import org.duban.task.supervision.Report.Owed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whoever sees a report sees its files: so too the unit that gave the task as a piece of its own. */
@Component
class ReportEvidence implements EvidenceHolder {

    private final Reports reports;
    private final JdbcClient jdbc;

    ReportEvidence(Reports reports, JdbcClient jdbc) {
        this.reports = reports;
        this.jdbc = jdbc;
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

    private boolean gave(Owed owed, Caller caller) {
        return caller.unit() != null
                && jdbc.sql("select exists (select from task where id = :task and given_by = :unit)")
                        .param("task", owed.task())
                        .param("unit", caller.unit())
                        .query(Boolean.class)
                        .single();
    }
}
