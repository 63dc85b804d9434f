package org.duban.kit.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The one place where a fault run takes hold of a service. {@code DUBAN_REHEARSAL} names the folder in which the run arms the
 * points at which the process ends; {@code DUBAN_REHEARSAL_WITHOUT} names the safeguard that is left out to see whether anybody
 * notices, and is refused without the former.
 */
public final class Rehearsal {

    /** A safeguard that can be left out. */
    public enum Safeguard {
        INBOX,
        OUTBOX,
        KEY,
        MARKING,
        RETRY_KEY
    }

    /** A moment between two steps that a crash may fall into. */
    public enum Point {
        BETWEEN_COMMIT_AND_SEND,
        BETWEEN_SEND_AND_MARK,
        BETWEEN_EFFECT_AND_OFFSET
    }

    private static final String NOTE = "insert into rehearsal.effect (consumer, ce_id) values (:consumer, :id)";
    private static final Rehearsal PRESENT = of(System.getenv());

    private final @Nullable Path folder;
    private final @Nullable Safeguard missing;

    private Rehearsal(@Nullable Path folder, @Nullable Safeguard missing) {
        this.folder = folder;
        this.missing = missing;
    }

    /** This process's own; of no effect where its environment knows of no fault run. */
    public static Rehearsal present() {
        return PRESENT;
    }

    static Rehearsal of(Map<String, String> environment) {
        String folder = environment.get("DUBAN_REHEARSAL");
        String missing = environment.get("DUBAN_REHEARSAL_WITHOUT");
        if (folder == null && missing != null) {
            throw new IllegalStateException("DUBAN_REHEARSAL_WITHOUT belongs to a fault run only");
        }
        return new Rehearsal(
                folder == null ? null : Path.of(folder),
                missing == null
                        ? null
                        : Safeguard.valueOf(missing.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    public boolean without(Safeguard safeguard) {
        return safeguard == missing;
    }

    /** Ends the process as {@code kill -9} would, where the point is armed; a point goes off once. */
    public void pass(Point point) {
        if (folder == null) {
            return;
        }
        if (disarm(folder, point)) {
            Runtime.getRuntime().halt(137);
        }
    }

    static boolean disarm(Path folder, Point point) {
        try {
            return Files.deleteIfExists(folder.resolve(point.name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Notes, in the transaction of the work, that it was done: a measure that does not rest on the inbox itself. */
    public void note(JdbcClient jdbc, String consumer, UUID id) {
        if (folder != null) {
            jdbc.sql(NOTE).param("consumer", consumer).param("id", id).update();
        }
    }
}
