package org.duban.task.plan.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duban.task.directory.KnownUnit;
import org.duban.task.directory.UnitRef;
import org.duban.task.plan.unit.UnitNames.Match;
import org.duban.task.plan.unit.UnitNames.NamedUnit;
import org.junit.jupiter.api.Test;

class UnitNamesTest {
    private static final UUID COUNTY = UUID.randomUUID();

    private final KnownUnit countyHealth = unit("临江县卫生健康局", "县卫生健康局", COUNTY, "县卫健局");
    private final KnownUnit countyFinance = unit("临江县财政局", "县财政局", COUNTY);
    private final KnownUnit cityHealth = unit("云江市卫生健康委员会", "市卫生健康委", null);
    private final List<KnownUnit> units = List.of(countyHealth, countyFinance, cityHealth);

    private static KnownUnit unit(String name, String shortName, UUID county, String... aliases) {
        return new KnownUnit(
                UUID.randomUUID(),
                name,
                shortName,
                List.of(aliases),
                county == null ? "CITY" : "COUNTY",
                county,
                county == null ? null : "临江县",
                false,
                1);
    }

    private NamedUnit match(String name) {
        return match(name, units, Map.of());
    }

    private static NamedUnit match(String name, List<KnownUnit> units, Map<String, UUID> learned) {
        return new UnitNames(List.of(name), units, learned).all().getFirst();
    }

    @Test
    void aNameIsAUnitsShortNameFullNameOrAliasToTheLetter() {
        assertThat(match("县卫生健康局").unit()).isEqualTo(countyHealth.ref());
        assertThat(match("临江县卫生健康局").unit()).isEqualTo(countyHealth.ref());
        assertThat(match("县卫健局").unit()).isEqualTo(countyHealth.ref());
        assertThat(match("市卫生健康委").unit()).isEqualTo(cityHealth.ref());
    }

    @Test
    void widthAndBlanksMakeNoDifference() {
        assertThat(match("县 卫生健康局　").state()).isEqualTo(Match.MATCHED);
    }

    @Test
    void aNameThatIsNobodysIsUnknownAndNeverGuessed() {
        NamedUnit unknown = match("县卫健委");
        assertThat(unknown.state()).isEqualTo(Match.UNKNOWN);
        assertThat(unknown.unit()).isNull();
        assertThat(unknown.candidates()).extracting(UnitRef::shortName).contains("县卫生健康局");
    }

    @Test
    void whatAPersonTaughtOutranksTheLetters() {
        NamedUnit taught = match("县卫生健康局", units, Map.of("县卫生健康局", cityHealth.id()));
        assertThat(taught.unit()).isEqualTo(cityHealth.ref());
    }

    @Test
    void aTaughtUnitThatHasRetiredIsForgotten() {
        assertThat(match("县中医局", units, Map.of("县中医局", UUID.randomUUID())).state())
                .isEqualTo(Match.UNKNOWN);
    }

    @Test
    void theCountysOwnUnitComesBeforeTheCitys() {
        KnownUnit cityTwin = unit("云江市妇女联合会", "妇联", null);
        KnownUnit countyTwin = unit("临江县妇女联合会", "妇联", COUNTY);
        assertThat(match("妇联", List.of(cityTwin, countyTwin), Map.of()).unit()).isEqualTo(countyTwin.ref());
    }

    @Test
    void twoUnitsOfOneNameAreAPersonsChoice() {
        KnownUnit one = unit("临江县水务局", "县水务局", COUNTY);
        KnownUnit other = unit("临江县水利局", "县水利局", COUNTY, "县水务局");
        NamedUnit ambiguous = match("县水务局", List.of(one, other), Map.of());
        assertThat(ambiguous.state()).isEqualTo(Match.AMBIGUOUS);
        assertThat(ambiguous.candidates()).containsExactly(one.ref(), other.ref());
    }

    @Test
    void eachNameStandsOnceWithTheNumberOfItsTasks() {
        List<String> names = List.of("县财政局", "县卫生健康局", "县卫生健康局");
        assertThat(new UnitNames(names, units, Map.of()).all())
                .extracting(NamedUnit::name, NamedUnit::occurrences)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("县财政局", 1),
                        org.assertj.core.groups.Tuple.tuple("县卫生健康局", 2));
    }
}
