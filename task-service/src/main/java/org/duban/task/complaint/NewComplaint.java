package org.duban.task.complaint;

import java.util.UUID;
import org.duban.task.contract.ComplaintEvent.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What somebody files.
 *
 * @param countyId null for the city
 * @param subjectUnitId the unit it is about, if named
 */
public record NewComplaint(
        Kind kind,
        @Nullable UUID countyId,
        @Nullable UUID subjectUnitId,
        String content,
        @Nullable String contactName,
        @Nullable String contactPhone) {}
