package org.duban.task.plan.draft;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duban.task.plan.reading.FindingCode;
import org.duban.task.plan.reading.Span;

/** Drafts for tests. */
public final class Drafts {
    private Drafts() {}

    public static DraftTask task(int ordinal, List<String> leads, List<String> cooperators) {
        return task(ordinal, leads, cooperators, List.of());
    }

    public static DraftTask task(int ordinal, List<String> leads, List<String> cooperators, List<String> wildcards) {
        return new DraftTask(
                ordinal,
                "任务" + ordinal,
                "任务" + ordinal + "的内容。",
                leads,
                cooperators,
                wildcards,
                null,
                List.of(),
                TaskDecision.KEEP,
                false,
                List.of(ordinal),
                null,
                Map.of(),
                1,
                List.of(),
                List.of(),
                null);
    }

    public static DraftFinding finding(FindingCode code, Integer task, String text) {
        return new DraftFinding(
                UUID.randomUUID(),
                code,
                text,
                new Span(0, 1),
                1,
                task,
                code == FindingCode.WILDCARD_UNIT || code == FindingCode.NO_UNIT,
                FindingState.OPEN);
    }

    public static Draft withTask(List<String> leads, List<String> cooperators) {
        return of(task(1, leads, cooperators));
    }

    public static Draft of(DraftTask... tasks) {
        return of(List.of(tasks));
    }

    public static Draft of(List<DraftTask> tasks, DraftFinding... findings) {
        return new Draft(
                "临江县实施方案", null, "临江县人民政府办公室", LocalDate.of(2026, 3, 13), 25, List.of(), tasks, List.of(findings));
    }

    public static TaskChange skip() {
        return new TaskChange(null, null, null, null, null, null, null, TaskDecision.SKIP);
    }

    public static TaskChange leads(String... leads) {
        return new TaskChange(null, null, List.of(leads), null, null, null, null, null);
    }

    public static TaskChange wildcards(String... wildcards) {
        return new TaskChange(null, null, null, null, List.of(wildcards), null, null, null);
    }

    public static TaskChange dueOn(LocalDate day) {
        return new TaskChange(null, null, null, null, null, new Change<>(day), null, null);
    }
}
