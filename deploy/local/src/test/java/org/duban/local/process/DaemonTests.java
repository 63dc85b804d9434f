package org.duban.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DaemonTests {

    @TempDir
    Path folder;

    @Test
    void isFoundAgainByItsPidFileAndEnds() {
        Daemon daemon = new Daemon("sleeper", folder.resolve("sleeper.pid"), folder.resolve("sleeper.log"));
        ProcessHandle process = daemon.start(List.of("sleep", "60"), Map.of(), folder);

        assertThat(new Daemon("sleeper", daemon.pidFile(), daemon.log())
                        .find()
                        .orElseThrow()
                        .pid())
                .isEqualTo(process.pid());

        daemon.stop(Duration.ofSeconds(5));
        assertThat(process.isAlive()).isFalse();
        assertThat(daemon.pidFile()).doesNotExist();
    }

    @Test
    void aPidThatAnotherProcessHasGotIsLeftAlone() throws IOException {
        Process other = new ProcessBuilder("sleep", "60").start();
        try {
            Daemon daemon = new Daemon("gone", folder.resolve("gone.pid"), folder.resolve("gone.log"));
            Files.writeString(daemon.pidFile(), other.pid() + " 1000000000000\n");

            assertThat(daemon.isRunning()).isFalse();
            assertThat(daemon.isStale()).isTrue();
            daemon.stop(Duration.ofSeconds(1));

            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly();
        }
    }
}
