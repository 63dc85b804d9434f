package org.duban.meeting.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duban.meeting.contract.DirectoryEvent.Level;
import org.junit.jupiter.api.Test;

class UnitTest {

    private final County county = new County(UUID.randomUUID(), "云安县");

    @Test
    void answersToEachOfItsNames() {
        Unit unit = Unit.register(county, "县卫生健康局", null, List.of("县卫健局", " 县卫 健局 "), null);
        assertThat(List.of("县卫生健康局", "云安县卫生健康局", "县卫健局", "县 卫健局")).allMatch(unit::answersTo);
        assertThat(unit.answersTo("县卫生局")).isFalse();
        assertThat(unit.state(county).aliases()).containsExactly("县卫健局");
    }

    @Test
    void levelFollowsFromWhereItIsAndWhatItIsCalled() {
        assertThat(levelOf(null, "市财政局")).isEqualTo(Level.CITY);
        assertThat(levelOf(county, "县财政局")).isEqualTo(Level.COUNTY);
        assertThat(levelOf(county, "清溪镇")).isEqualTo(Level.TOWNSHIP);
        assertThat(levelOf(county, "城东街道办事处")).isEqualTo(Level.TOWNSHIP);
    }

    @Test
    void aChangeThatChangesNothingIsNone() {
        Unit unit = Unit.register(county, "县卫生健康局", null, List.of(), null);
        assertThat(unit.change(new Unit.Change("云安县卫生健康局", null, List.of(), Level.COUNTY)))
                .isFalse();
        assertThat(unit.change(new Unit.Change(null, "县卫健局", null, null))).isTrue();
        assertThat(unit.shortName()).isEqualTo("县卫健局");
        assertThat(unit.name()).isEqualTo("云安县卫生健康局");
    }

    @Test
    void aRetiredUnitChangesNoMore() {
        Unit unit = Unit.register(county, "县卫生健康局", null, List.of(), null);
        assertThat(unit.retire(LocalDate.of(2026, 1, 5))).isTrue();
        assertThat(unit.retire(LocalDate.of(2026, 1, 6))).isFalse();
        assertThatThrownBy(() -> unit.change(new Unit.Change("别的名称", null, null, null)))
                .isInstanceOf(DirectoryRefused.class);
    }

    private static Level levelOf(County county, String shortName) {
        return Unit.register(county, shortName, null, List.of(), null)
                .state(county)
                .level();
    }
}
