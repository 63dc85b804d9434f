package org.duban.bench.supervision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Processor time of processes with their children, those that have ended included. Where the system keeps no {@code /proc}, it
 * is not known.
 */
final class Cpu {
    private static final double TICKS_A_SECOND = 100;
    private static final int STATE = 2;
    private static final int OWN = 11;
    private static final int ENDED_CHILDREN = 13;

    private final List<ProcessHandle> processes;

    Cpu(ProcessHandle... processes) {
        this.processes = List.of(processes);
    }

    /** @return seconds; NaN where they are not known */
    double seconds() {
        try {
            return all().stream().mapToDouble(Cpu::ticks).sum() / TICKS_A_SECOND;
        } catch (IllegalStateException unknown) {
            return Double.NaN;
        }
    }

    /** @return seconds of this process alone */
    static double own() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toMillis()
                / 1000.0;
    }

    /** @return seconds that children of this process took which have ended */
    static double endedChildren() {
        return ticks(ProcessHandle.current(), ENDED_CHILDREN) / TICKS_A_SECOND;
    }

    private Set<ProcessHandle> all() {
        return processes.stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .collect(Collectors.toSet());
    }

    private static double ticks(ProcessHandle process) {
        return ticks(process, OWN);
    }

    private static double ticks(ProcessHandle process, int first) {
        try {
            String line = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
            // the name in brackets may hold blanks
            String[] fields = line.substring(line.lastIndexOf(')') + STATE).split(" ");
            double sum = 0;
            for (int field = first; field < ENDED_CHILDREN + 2; field++) {
                sum += Double.parseDouble(fields[field]);
            }
            return sum;
        } catch (IOException gone) {
            if (Files.exists(Path.of("/proc/self/stat"))) {
                return 0;
            }
            throw new IllegalStateException(gone);
        }
    }
}
