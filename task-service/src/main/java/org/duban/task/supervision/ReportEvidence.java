package org.duban.task.supervision;

import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.task.evidence.EvidenceHolder;
import org.duban.task.evidence.EvidenceKind;
import org.springframework.stereotype.Component;

/** Whoever sees a report sees its files. */
@Component
class ReportEvidence implements EvidenceHolder {

    private final Reports reports;

    ReportEvidence(Reports reports) {
        this.reports = reports;
    }

    @Override
    public EvidenceKind kind() {
        return EvidenceKind.REPORT;
    }

    @Override
    public boolean shows(UUID subject, UUID unit, Caller caller) {
        return reports.find(subject)
                .filter(report ->
                        caller.sees(report.owed().unit(), report.owed().county()))
                .isPresent();
    }
}
