package org.duban.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process that lives no longer than this one, however this one ends, and whose folder goes with it. */
public final class Attached {

    // The inner shell reads until the other end of its input closes, and only this JVM holds that end.
    private static final String SCRIPT = """
            folder=$1; log=$2; signal=$3; shift 3
            exec 3<&0
            "$@" </dev/null >>"$log" 2>&1 3<&- &
            child=$!
            (
              cat <&3 >/dev/null
              kill -$signal $child
              while kill -0 $child; do sleep 0.1; done
              rm -rf "$folder"
            ) 2>/dev/null &
            exec 3<&-
            wait $child
            """;

    private Attached() {}

    /** @param signal what ends it, as {@code kill} names it */
    public static ProcessHandle start(Path folder, Path log, String signal, List<String> command) {
        List<String> whole =
                new ArrayList<>(List.of("sh", "-c", SCRIPT, "duban", folder.toString(), log.toString(), signal));
        whole.addAll(command);
        try {
            return new ProcessBuilder(whole)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .toHandle();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
