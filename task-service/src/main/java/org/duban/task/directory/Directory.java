package org.duban.task.directory;

import org.duban.meeting.contract.DirectoryEvent;
import org.duban.meeting.contract.DirectoryEvent.County;
import org.duban.meeting.contract.DirectoryEvent.MechanismChanged;
import org.duban.meeting.contract.DirectoryEvent.MechanismDissolved;
import org.duban.meeting.contract.DirectoryEvent.MechanismEstablished;
import org.duban.meeting.contract.DirectoryEvent.PostFilled;
import org.duban.meeting.contract.DirectoryEvent.PostVacated;
import org.duban.meeting.contract.DirectoryEvent.UnitChanged;
import org.duban.meeting.contract.DirectoryEvent.UnitRegistered;
import org.duban.meeting.contract.DirectoryEvent.UnitRetired;
import org.duban.meeting.contract.DirectoryEvent.UnitState;
import org.springframework.stereotype.Component;

/** Learns from what the directory tells: units, and which of them answers for its county; tasks belong to units and not to persons. */
@Component
public class Directory {
    private final Units units;

    Directory(Units units) {
        this.units = units;
    }

    public void hears(DirectoryEvent event) {
        switch (event) {
            case UnitRegistered registered -> units.learn(known(registered.unit(), false));
            case UnitChanged changed -> units.learn(known(changed.unit(), false));
            case UnitRetired retired -> units.learn(known(retired.unit(), true));
            case PostFilled filled -> units.learn(filled.post());
            // An office without a head is still the county's office.
            case PostVacated vacated -> units.learn(vacated.post());
            case MechanismEstablished established -> {}
            case MechanismChanged changed -> {}
            case MechanismDissolved dissolved -> {}
        }
    }

    private static KnownUnit known(UnitState unit, boolean retired) {
        County county = unit.county();
        return new KnownUnit(
                unit.id(),
                unit.name(),
                unit.shortName(),
                unit.aliases(),
                unit.level().name(),
                county == null ? null : county.id(),
                county == null ? null : county.name(),
                retired,
                unit.version());
    }
}
