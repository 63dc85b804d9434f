package org.duban.task.plan.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.duban.kit.security.Caller;
import org.duban.kit.security.Sight;
import org.duban.task.contract.TaskEvent.Part;
import org.duban.task.directory.Units;
import org.duban.task.plan.reading.Reading;
import org.duban.task.plan.unit.DutyMatch.Duty;
import org.duban.task.plan.unit.DutyMatch.Fit;
import org.duban.task.plan.unit.UnitNames.NamedUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Proposes units by what they are there for (behaviours.md A11, E1); a person confirms. */
@Service
public class DutySuggestions {
    private static final int MOST = 6;

    private final DutyCatalogue catalogue;
    private final Units units;
    private final UnitAliases aliases;

    DutySuggestions(DutyCatalogue catalogue, Units units, UnitAliases aliases) {
        this.catalogue = catalogue;
        this.units = units;
        this.aliases = aliases;
    }

    /**
     * @param text what is to be done
     * @param county whose duties to look at; a caller of a county looks at its own
     */
    @Transactional(readOnly = true)
    public List<SuggestedUnit> suggest(String text, @Nullable UUID county, Caller caller) {
        UUID own = caller.sight() instanceof Sight.Everything ? county : caller.county();
        var names = UnitNames.matcher(units.nameableIn(own), aliases.of(own));
        return suggested(new DutyMatch(catalogue.of(own)).of(text, MOST), names);
    }

    /**
     * @param title the document's; may be blank
     * @param own the document's duties, which come before those of others
     * @param names whom a name means
     * @return whom to suggest for a text of the document
     */
    public Function<String, List<SuggestedUnit>> within(
            String title, List<Reading.Duty> own, @Nullable UUID county, Function<String, NamedUnit> names) {
        DutyMatch first = new DutyMatch(duties(own, title));
        DutyMatch others = new DutyMatch(catalogue.of(county));
        return text -> {
            List<Fit> fits = new ArrayList<>(first.of(text, MOST));
            others.of(text, MOST).stream()
                    .filter(fit -> fits.stream().noneMatch(known -> known.unit().equals(fit.unit())))
                    .limit(Math.max(0, MOST - fits.size()))
                    .forEach(fits::add);
            return suggested(fits, names);
        };
    }

    private static List<Duty> duties(List<Reading.Duty> duties, String document) {
        return duties.stream()
                .map(duty -> new Duty(duty.unit(), duty.text(), document.isBlank() ? "本文件" : document))
                .toList();
    }

    private static List<SuggestedUnit> suggested(List<Fit> fits, Function<String, NamedUnit> names) {
        return Stream.iterate(0, i -> i < fits.size(), i -> i + 1)
                .map(i -> suggested(fits.get(i), i == 0 ? Part.LEAD : Part.COOPERATING, names))
                .toList();
    }

    private static SuggestedUnit suggested(Fit fit, Part role, Function<String, NamedUnit> names) {
        NamedUnit unit = names.apply(fit.unit());
        return new SuggestedUnit(
                unit.unit(), fit.unit(), role, Math.round(fit.score() * 100) / 100.0, fit.sentence(), fit.source());
    }
}
