package org.duban.task.contract;

import static java.util.Map.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What {@value TaskTopic#NAME} tells of counties' own reform items (behaviours.md D6): keyed by plan. */
public sealed interface CountyEvent extends TaskTopic {

    String TOPIC = TaskTopic.NAME;

    Map<String, Class<? extends CountyEvent>> TYPES = Map.ofEntries(
            entry("duban.task.feature-items-asked.v1", FeatureItemsAsked.class),
            entry("duban.task.feature-item-named.v1", FeatureItemNamed.class));

    UUID planId();

    @Override
    default String key() {
        return planId().toString();
    }

    /**
     * A plan asks counties for reform items of their own, for the first time or otherwise than before.
     *
     * @param version grows by one with each change of what is asked
     * @param least how many each county has to name
     * @param offices the units that answer for the counties which have not named enough
     */
    record FeatureItemsAsked(
            UUID planId, long version, String planTitle, LocalDate dueOn, int least, List<UUID> offices)
            implements CountyEvent {}

    /**
     * A county has named an item, which is a task of the plan from now on.
     *
     * @param officeId the unit that answers for the county; null where the directory names none
     * @param leadId the unit that leads it
     * @param lacking how many the county has still to name
     */
    record FeatureItemNamed(
            UUID planId,
            UUID taskId,
            String planTitle,
            String title,
            UUID countyId,
            @Nullable UUID officeId,
            UUID leadId,
            int lacking)
            implements CountyEvent {}
}
