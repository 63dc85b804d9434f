package org.duban.task.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.stream.Stream;
import org.duban.kit.security.Caller;
import org.duban.task.plan.draft.Draft;
import org.duban.task.plan.draft.DraftTask;
import org.duban.task.plan.unit.DutyCatalogue;
import org.duban.task.plan.unit.UnitAliases;
import org.duban.task.plan.unit.UnitNames;
import org.duban.task.plan.unit.WildcardMemory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a review teaches for later ones of the same county. */
@Component
class Lessons {
    private final UnitAliases aliases;
    private final WildcardMemory phrases;
    private final DutyCatalogue duties;
    private final Clock clock;

    Lessons(UnitAliases aliases, WildcardMemory phrases, DutyCatalogue duties, Clock clock) {
        this.aliases = aliases;
        this.phrases = phrases;
        this.duties = duties;
        this.clock = clock;
    }

    /** From now on the name means that unit. */
    void name(String name, UUID unit, @Nullable UUID county, Caller by) {
        aliases.learn(county, name, unit, OffsetDateTime.now(clock), by.name());
    }

    /** From now on the phrases that were resolved are offered again. */
    void phrases(Draft draft, UnitNames names, @Nullable UUID county, Caller by) {
        for (DraftTask task : draft.kept()) {
            for (DraftTask.Resolved resolved : task.resolved()) {
                if (Stream.concat(resolved.leads().stream(), resolved.cooperators().stream())
                        .allMatch(name -> names.find(name) != null)) {
                    phrases.learn(
                            county,
                            resolved.phrase(),
                            resolved.leads().stream().map(names::unit).toList(),
                            resolved.cooperators().stream().map(names::unit).toList(),
                            draft.title(),
                            OffsetDateTime.now(clock),
                            by.name());
                }
            }
        }
    }

    /** From now on the document's duties speak for its units. */
    void duties(PlanReading reading, @Nullable UUID county, String title) {
        duties.learn(reading.id(), county, reading.reading().duties(), title, LocalDate.now(clock));
    }
}
