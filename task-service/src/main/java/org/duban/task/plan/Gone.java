package org.duban.task.plan;

import java.util.List;
import java.util.UUID;
import org.duban.task.directory.UnitRef;

/** A task of the ledger that the newer version of its document names no more. Nothing happens to it by itself. */
public record Gone(UUID taskId, int ordinal, String title, String state, List<UnitRef> leads) {}
