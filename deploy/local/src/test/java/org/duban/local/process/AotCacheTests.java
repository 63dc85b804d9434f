package org.duban.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTests {

    @TempDir
    Path folder;

    private List<String> command;

    /** A program of its own: a cache is only made of classes that come in a jar. */
    static final class Greeting {
        public static void main(String[] arguments) {
            System.out.println("督办");
        }
    }

    @BeforeEach
    void pack() throws IOException {
        Path jar = folder.resolve("greeting.jar");
        String entry = Greeting.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream content = new JarOutputStream(file)) {
            content.putNextEntry(new JarEntry(entry));
            try (var classFile = Greeting.class.getClassLoader().getResourceAsStream(entry)) {
                classFile.transferTo(content);
            }
            content.closeEntry();
        }
        command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx32m",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                jar.toString(),
                Greeting.class.getName());
    }

    @Test
    void whatOneRunLeftIsUsedByTheNext() {
        AotCache cache = recorded();

        assertThat(cache.file()).isPresent();
        assertThat(said(cache.using(command))).contains("督办").contains("Opened AOT cache");
    }

    @Test
    void isFoundAgainByTheSameBuildOnly() {
        recorded();

        assertThat(cacheOf("1").file()).isPresent();
        assertThat(cacheOf("2").file()).isEmpty();
        assertThat(cacheOf("2").using(command)).isEqualTo(command);
    }

    @Test
    void takesThePlaceOfItsFormerOnes() throws IOException {
        Files.createDirectories(caches());
        Path former = Files.createFile(caches().resolve("greeting-00000000-11111111.aot"));
        Path another = Files.createFile(caches().resolve("greeting-card-00000000-11111111.aot"));

        recorded();

        assertThat(former).doesNotExist();
        assertThat(another).exists();
    }

    @Test
    void oneDamagedAnywhereIsPutAside() throws IOException {
        Path file = recorded().file().orElseThrow();
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
            content.seek(content.length() / 2);
            content.write(~content.read());
        }

        AotCache damaged = cacheOf("1");

        assertThat(damaged.using(command)).isEqualTo(command);
        assertThat(file).doesNotExist();
    }

    @Test
    void theJvmPassesOverOneThatDoesNotFit() throws IOException {
        AotCache cache = recorded();
        Files.setLastModifiedTime(folder.resolve("greeting.jar"), FileTime.fromMillis(0));

        assertThat(said(cache.using(command))).contains("督办");
    }

    @Test
    void nothingIsKeptOfARunThatWasKilled() {
        assertThat(cacheOf("1").keep()).isFalse();
        assertThat(cacheOf("1").file()).isEmpty();
    }

    private Path caches() {
        return folder.resolve("caches");
    }

    private AotCache cacheOf(String version) {
        return AotCache.of(caches(), "greeting", version, command);
    }

    private AotCache recorded() {
        AotCache cache = cacheOf("1");
        Commands.Outcome outcome = Commands.run(cache.recording(command));
        assertThat(outcome.succeeded()).as(outcome.said()).isTrue();
        assertThat(cache.keep()).as(outcome.said()).isTrue();
        return cache;
    }

    private static String said(List<String> command) {
        List<String> telling = new ArrayList<>(command);
        telling.add(1, "-Xlog:aot=info");
        Commands.Outcome outcome = Commands.run(telling);
        assertThat(outcome.succeeded()).as(outcome.said()).isTrue();
        return outcome.said();
    }
}
