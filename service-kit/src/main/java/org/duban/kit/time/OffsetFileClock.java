package org.duban.kit.time;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** Real time moved by an offset that all processes of a local run share in a file: eight bytes, big-endian milliseconds. */
final class OffsetFileClock extends Clock {

    private final Path file;
    private final Clock real;

    OffsetFileClock(Path file, Clock real) {
        this.file = file;
        this.real = real;
    }

    @Override
    public Instant instant() {
        return real.instant().plusMillis(offset());
    }

    // Read each time, not mapped: the file may be replaced, and whoever moved the clock expects the next answer to
    // know.
    private long offset() {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return bytes.length < Long.BYTES ? 0 : ByteBuffer.wrap(bytes).getLong();
        } catch (NoSuchFileException notMoved) {
            return 0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the clock " + file, unreadable);
        }
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new OffsetFileClock(file, real.withZone(zone));
    }
}
