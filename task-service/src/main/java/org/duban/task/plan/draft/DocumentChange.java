package org.duban.task.plan.draft;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's correction of what a document says of itself. Null: not touched.
 *
 * @param previousPlanId the plan of which it is a newer version, or none
 */
public record DocumentChange(
        @Nullable Change<UUID> countyId,
        @Nullable String title,
        @Nullable Change<String> documentNumber,
        @Nullable Change<String> issuer,
        @Nullable Change<LocalDate> issuedOn,
        @Nullable Integer reportDay,
        @Nullable List<NewPhase> phases,
        @Nullable Change<UUID> previousPlanId) {

    public DocumentChange in(@Nullable UUID county) {
        return new DocumentChange(
                new Change<>(county), title, documentNumber, issuer, issuedOn, reportDay, phases, previousPlanId);
    }

    public record NewPhase(String name, LocalDate from, LocalDate to) {}
}
