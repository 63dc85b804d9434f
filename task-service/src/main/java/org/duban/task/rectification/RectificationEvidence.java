package org.duban.task.rectification;

import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.task.evidence.EvidenceHolder;
import org.duban.task.evidence.EvidenceKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whoever sees an item sees its files. */
@Component
class RectificationEvidence implements EvidenceHolder {

    private final JdbcClient jdbc;

    RectificationEvidence(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public EvidenceKind kind() {
        return EvidenceKind.RECTIFICATION;
    }

    @Override
    public boolean shows(UUID subject, UUID unit, Caller caller) {
        return RectificationViews.visible(jdbc, subject, caller);
    }
}
