package org.duban.meeting.minutes;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The minutes as the office writes them.
 *
 * @param recipientUnitIds units beyond those invited and those that a resolution names
 */
public record Draft(String text, @Nullable String documentNumber, List<Item> resolutions, List<UUID> recipientUnitIds) {

    /** @param dueOn null where the minutes give no day */
    public record Item(
            String text,
            List<UUID> leadUnitIds,
            List<UUID> cooperatingUnitIds,
            @Nullable LocalDate dueOn,
            @Nullable UUID agendaItemId) {

        public Item {
            leadUnitIds = leadUnitIds.stream().distinct().toList();
            cooperatingUnitIds = cooperatingUnitIds.stream().distinct().toList();
        }
    }

    void requireSound() {
        for (int i = 0; i < resolutions.size(); i++) {
            Item item = resolutions.get(i);
            String at = "/resolutions/" + i;
            if (item.text().isBlank()) {
                throw MinutesRefused.withoutText(at + "/text");
            }
            if (item.leadUnitIds().isEmpty()) {
                throw MinutesRefused.withoutLead(at + "/leadUnitIds");
            }
            Set<UUID> both = new HashSet<>(item.leadUnitIds());
            both.retainAll(item.cooperatingUnitIds());
            if (!both.isEmpty()) {
                throw MinutesRefused.leadAndCooperating(at + "/cooperatingUnitIds");
            }
        }
    }

    /** Every unit the draft names. */
    Set<UUID> namedUnits() {
        Set<UUID> units = new LinkedHashSet<>();
        for (Item item : resolutions) {
            units.addAll(item.leadUnitIds());
            units.addAll(item.cooperatingUnitIds());
        }
        units.addAll(recipientUnitIds);
        return units;
    }
}
