package org.duban.task.sheet;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.duban.task.directory.UnitRef;
import org.duban.task.ledger.LedgerEntry;
import org.duban.task.plan.reading.CellReader;
import org.duban.task.plan.unit.UnitNames.NamedUnit;
import org.jspecify.annotations.Nullable;

/**
 * The ledger as it stands, as far as a sheet is about it.
 *
 * @param target the plan that rows go to which name none
 * @param plans those that the caller decides on, by {@link #plain} title
 * @param byId tasks that rows name by id, those that the caller decides on
 * @param ofPlans every task of each plan that rows go to
 * @param units every unit that has a part in one of these tasks
 * @param names which unit a name means in the plans of a county; null for the city's
 */
record Standing(
        Target target,
        Map<String, Target> plans,
        Map<UUID, LedgerEntry> byId,
        Map<UUID, List<LedgerEntry>> ofPlans,
        Map<UUID, UnitRef> units,
        Function<@Nullable UUID, Function<String, NamedUnit>> names,
        CellReader reader,
        LocalDate today) {

    /** @param id null for a plan that does not exist yet */
    record Target(@Nullable UUID id, String title, @Nullable UUID countyId) {}

    /** Width, blanks and book title marks make no difference. */
    static String plain(String title) {
        return java.text.Normalizer.normalize(title, java.text.Normalizer.Form.NFKC)
                .replaceAll("[\\s《》<>〈〉\"“”]+", "");
    }

    /** The tasks of one plan by all that they may be recognised by. */
    static final class Index {
        private final Map<Integer, LedgerEntry> byOrdinal = new HashMap<>();
        private final Map<String, LedgerEntry> byNumber = new HashMap<>();
        private final Map<String, List<LedgerEntry>> byTitle = new HashMap<>();

        Index(List<LedgerEntry> entries) {
            for (LedgerEntry entry : entries) {
                byOrdinal.put(entry.ordinal(), entry);
                if (entry.content().number() != null) {
                    byNumber.putIfAbsent(entry.content().number(), entry);
                }
                byTitle.computeIfAbsent(plain(entry.content().title()), title -> new java.util.ArrayList<>())
                        .add(entry);
            }
        }

        @Nullable
        LedgerEntry ordinal(int ordinal) {
            return byOrdinal.get(ordinal);
        }

        @Nullable
        LedgerEntry number(String number) {
            return byNumber.get(number);
        }

        List<LedgerEntry> titled(String title) {
            return byTitle.getOrDefault(plain(title), List.of());
        }

        int lastOrdinal() {
            return byOrdinal.keySet().stream().max(Integer::compare).orElse(0);
        }
    }
}
