package org.duban.task.ledger;

import java.util.UUID;
import org.springframework.dao.TransientDataAccessException;

/** The directory's word of a unit has not arrived yet. It travels on another topic and will: trying again helps. */
public final class UnitNotYetKnown extends TransientDataAccessException {
    private static final long serialVersionUID = 1L;

    UnitNotYetKnown(UUID unit) {
        super("unit " + unit + " is not known yet");
    }
}
