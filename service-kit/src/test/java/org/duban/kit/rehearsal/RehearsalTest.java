package org.duban.kit.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.duban.kit.rehearsal.Rehearsal.Point;
import org.duban.kit.rehearsal.Rehearsal.Safeguard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {

    @Test
    void everySafeguardStandsWhereNobodyRehearses() {
        Rehearsal none = Rehearsal.of(Map.of());

        for (Safeguard safeguard : Safeguard.values()) {
            assertThat(none.without(safeguard)).as(safeguard.name()).isFalse();
        }
        for (Point point : Point.values()) {
            none.pass(point);
        }
    }

    @Test
    void aSafeguardIsLeftOutInAFaultRunOnly() {
        assertThatIllegalStateException().isThrownBy(() -> Rehearsal.of(Map.of("DUBAN_REHEARSAL_WITHOUT", "inbox")));
    }

    @Test
    void theOneThatIsNamedIsLeftOut(@TempDir Path folder) {
        Rehearsal run =
                Rehearsal.of(Map.of("DUBAN_REHEARSAL", folder.toString(), "DUBAN_REHEARSAL_WITHOUT", "retry-key"));

        assertThat(run.without(Safeguard.RETRY_KEY)).isTrue();
        assertThat(run.without(Safeguard.INBOX)).isFalse();
    }

    @Test
    void anUnknownSafeguardIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rehearsal.of(Map.of("DUBAN_REHEARSAL", "/tmp", "DUBAN_REHEARSAL_WITHOUT", "luck")));
    }

    @Test
    void aPointGoesOffOnce(@TempDir Path folder) throws IOException {
        Files.createFile(folder.resolve(Point.BETWEEN_SEND_AND_MARK.name()));

        assertThat(Rehearsal.disarm(folder, Point.BETWEEN_COMMIT_AND_SEND)).isFalse();
        assertThat(Rehearsal.disarm(folder, Point.BETWEEN_SEND_AND_MARK)).isTrue();
        assertThat(Rehearsal.disarm(folder, Point.BETWEEN_SEND_AND_MARK)).isFalse();
    }
}
