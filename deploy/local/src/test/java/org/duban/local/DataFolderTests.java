package org.duban.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.duban.local.process.LocalFailure;
import org.duban.local.process.Ports;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTests {

    @TempDir
    Path folder;

    private DataFolder data;

    @BeforeEach
    void prepare() {
        data = new DataFolder(folder.resolve("data"));
        data.prepare();
    }

    @Test
    void passwordsAreMadeOnceAndReadByTheirOwnerOnly() throws IOException {
        String made = Settings.of(data).secret("admin");

        assertThat(Settings.of(data).secret("admin")).isEqualTo(made).hasSizeGreaterThan(15);
        assertThat(Settings.of(data).secret("another")).isNotEqualTo(made);
        assertThat(Files.getPosixFilePermissions(data.settings())).hasToString("[OWNER_READ, OWNER_WRITE]");
    }

    @Test
    void aPartKeepsItsPortUntilSomebodyElseHasIt() throws IOException {
        int first = Settings.of(data).freePort("kafka", Ports.free());
        assertThat(Settings.of(data).freePort("kafka", 1)).isEqualTo(first);

        try (ServerSocket taken = new ServerSocket(first, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Settings.of(data).freePort("kafka", 1)).isNotEqualTo(taken.getLocalPort());
        }
    }

    @Test
    void twoPartsNeverGetTheSamePort() {
        Settings settings = Settings.of(data);
        int wanted = Ports.free();

        assertThat(settings.freePort("smtp", wanted)).isNotEqualTo(settings.freePort("mailbox", wanted));
    }

    @Test
    void aSecondCommandIsTurnedAway() throws IOException {
        try (FileLock held = data.lock()) {
            assertThat(held.isValid()).isTrue();
            assertThatThrownBy(data::lock).isInstanceOf(LocalFailure.class).hasMessageContaining("另一个 duban 命令");
        }
    }

    @Test
    void removingLeavesWhatIsNotOurs() throws IOException {
        Path theirs = Files.writeString(data.root().resolve("notes.txt"), "not ours");

        data.remove();

        assertThat(theirs).exists();
        assertThat(data.run()).doesNotExist();
    }

    @Test
    void theBusinessClockGoesForwardOnly() {
        BusinessClock clock = new BusinessClock(data.clock());
        clock.write(BusinessClock.offsetOf(LocalDateTime.of(2023, 3, 13, 9, 0)));
        assertThat(data.clock()).hasSize(8);
        assertThat(clock.now()).isBetween(LocalDateTime.of(2023, 3, 13, 9, 0), LocalDateTime.of(2023, 3, 13, 9, 1));

        assertThatThrownBy(() -> clock.moveTo(LocalDateTime.of(2023, 3, 1, 9, 0)))
                .isInstanceOf(LocalFailure.class)
                .hasMessageContaining("不能退回");

        clock.moveTo(LocalDateTime.of(2023, 4, 1, 9, 0));
        assertThat(clock.now()).isAfterOrEqualTo(LocalDateTime.of(2023, 4, 1, 9, 0));
    }
}
