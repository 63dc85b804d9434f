package org.duban.task.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class ContentStoreTest {
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    private ContentStore store;

    @BeforeEach
    void anEmptyStore() {
        store = new ContentStore(
                new EvidenceSettings(folder.resolve("evidence"), DataSize.ofMegabytes(1), 10, 10, Duration.ofDays(1)));
    }

    @Test
    void aFileIsFoundByWhatItHoldsOnceItIsKept() throws IOException {
        var taken = store.take(content("abc"), 3).orElseThrow();
        assertThat(taken.sha256()).isEqualTo(ABC);
        assertThat(taken.size()).isEqualTo(3);
        assertThat(store.find(ABC)).isEmpty();
        store.keep(taken);
        assertThat(store.find(ABC).orElseThrow()).hasContent("abc");
        assertThat(store.kept("ba")).containsExactly(ABC);
        assertThat(files()).hasSize(1);
    }

    @Test
    void theSameFileIsThereOnce() throws IOException {
        for (int again = 0; again < 3; again++) {
            var taken = store.take(content("abc"), 3).orElseThrow();
            store.keep(taken);
            store.drop(taken);
        }
        assertThat(files()).hasSize(1);
        store.forget(ABC);
        assertThat(store.find(ABC)).isEmpty();
        store.forget(ABC);
    }

    @Test
    void whatIsTooLargeOrBreaksOffLeavesNothingBehind() throws IOException {
        assertThat(store.take(content("abcd"), 3)).isEmpty();
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> store.take(
                        new InputStream() {
                            private int left = 2;

                            @Override
                            public int read() throws IOException {
                                if (left-- == 0) {
                                    throw new IOException("the line is gone");
                                }
                                return 'a';
                            }

                            @Override
                            public int read(byte[] target, int offset, int length) throws IOException {
                                target[offset] = (byte) read();
                                return 1;
                            }
                        },
                        3));
        assertThat(files()).isEmpty();
    }

    @Test
    void whatAProcessLeftHalfWrittenGoesAfterADay() throws IOException {
        var now = store.take(content("abc"), 3).orElseThrow();
        var old = store.take(content("old"), 3).orElseThrow();
        Files.setLastModifiedTime(
                old.file(),
                FileTime.fromMillis(Files.getLastModifiedTime(now.file()).toMillis()
                        - Duration.ofHours(25).toMillis()));
        store.clearComing(Duration.ofDays(1));
        assertThat(files()).containsExactly(now.file());
    }

    @Test
    void nothingOutsideTheFolderIsReached() {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> store.find("../../../etc/passwd"));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static InputStream content(String words) {
        return new ByteArrayInputStream(words.getBytes(StandardCharsets.UTF_8));
    }
}
