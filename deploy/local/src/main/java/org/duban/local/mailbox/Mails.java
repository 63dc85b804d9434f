package org.duban.local.mailbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The mails, each a file that any mail program opens; newest first. */
final class Mails {

    private static final String RECIPIENT = "X-Duban-Recipient: ";
    private static final String SENDER = "X-Duban-Sender: ";

    private final Path folder;
    private final ConcurrentSkipListMap<String, Mail> mails = new ConcurrentSkipListMap<>(Comparator.reverseOrder());
    private final AtomicLong last = new AtomicLong();

    Mails(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".eml")).forEach(this::load);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when it is on disk: the sender will not send it again. */
    void take(String from, String to, byte[] content) throws IOException {
        // Two mails of one millisecond keep their order.
        long at = last.updateAndGet(before -> Math.max(before + 1, System.currentTimeMillis()));
        String id = String.valueOf(at);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(
                (RECIPIENT + oneLine(to) + "\r\n" + SENDER + oneLine(from) + "\r\n").getBytes(StandardCharsets.UTF_8));
        whole.write(content);
        Path fresh = folder.resolve(id + ".new");
        try (FileChannel file = FileChannel.open(fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(whole.toByteArray());
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
        Files.move(fresh, folder.resolve(id + ".eml"), StandardCopyOption.ATOMIC_MOVE);
        mails.put(id, Mail.parse(id, oneLine(to), oneLine(from), Instant.ofEpochMilli(at), content));
    }

    /** @param to a recipient's address; null: everybody's */
    List<Mail> newest(@Nullable String to, int limit) {
        return mails.values().stream()
                .filter(mail -> to == null || mail.to().equalsIgnoreCase(to))
                .limit(limit)
                .toList();
    }

    Optional<Mail> find(String id) {
        return Optional.ofNullable(mails.get(id));
    }

    private void load(Path file) {
        try {
            byte[] content = Files.readAllBytes(file);
            String[] lines = new String(content, StandardCharsets.UTF_8).split("\r\n", 3);
            String id = file.getFileName().toString().replace(".eml", "");
            long at = Long.parseLong(id);
            last.accumulateAndGet(at, Math::max);
            String to = lines[0].startsWith(RECIPIENT) ? lines[0].substring(RECIPIENT.length()) : "";
            String from = lines.length > 1 && lines[1].startsWith(SENDER) ? lines[1].substring(SENDER.length()) : "";
            mails.put(id, Mail.parse(id, to, from, Instant.ofEpochMilli(at), content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NumberFormatException e) {
            // Not one of ours: somebody put a mail of their own into the folder.
            System.err.println("skipped " + file);
        }
    }

    private static String oneLine(String value) {
        return value.replaceAll("[\\r\\n]", " ");
    }
}
