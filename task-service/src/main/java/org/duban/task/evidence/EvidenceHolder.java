package org.duban.task.evidence;

import java.util.List;
import java.util.UUID;
import org.duban.kit.security.Caller;

/** Who sees what a file was handed in with; a bean for each {@link EvidenceKind} (behaviours.md P21). */
public interface EvidenceHolder {

    EvidenceKind kind();

    /** Whether the caller sees what this unit handed in. */
    boolean shows(UUID subject, UUID unit, Caller caller);

    /** Those of the subjects whose files the head of the unit will never sign: nothing is owed on them any more. */
    default List<UUID> neverSigned(List<UUID> subjects) {
        return List.of();
    }
}
