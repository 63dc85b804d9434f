package org.duban.task.plan.version;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.duban.task.directory.UnitRef;
import org.duban.task.ledger.LedgerEntry;

/** A task of the ledger that the newer version of its document names no more. Nothing happens to it by itself. */
public record Gone(UUID taskId, int ordinal, String title, String state, List<UnitRef> leads) {
    static Gone of(LedgerEntry entry, Map<UUID, UnitRef> refs) {
        return new Gone(
                entry.id(),
                entry.ordinal(),
                entry.content().title(),
                entry.state().name(),
                entry.content().leads().stream()
                        .flatMap(unit -> Stream.ofNullable(refs.get(unit)))
                        .toList());
    }
}
