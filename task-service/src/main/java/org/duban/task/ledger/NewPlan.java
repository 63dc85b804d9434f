package org.duban.task.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A plan about to enter the ledger; the meaning of each field is {@link Plan}'s. */
public record NewPlan(
        String title,
        @Nullable String documentNumber,
        @Nullable String issuer,
        @Nullable LocalDate issuedOn,
        String kind,
        Plan.Source source,
        @Nullable UUID meetingId,
        @Nullable UUID countyId,
        int reportDay,
        List<Phase> phases) {}
