package org.duban.task.evidence;

import java.util.UUID;
import org.duban.kit.security.Caller;

/** Who sees what a file was handed in with; a bean for each {@link EvidenceKind} (behaviours.md P21). */
public interface EvidenceHolder {

    EvidenceKind kind();

    /** Whether the caller sees what this unit handed in. */
    boolean shows(UUID subject, UUID unit, Caller caller);
}
