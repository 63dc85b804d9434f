package org.duban.local;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.duban.local.demo.Memory;
import org.duban.local.process.LocalFailure;
import org.duban.local.process.Ports;

/** What a data folder remembers between two starts: ports, passwords made on this machine, how it was begun. */
final class Settings {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final String PORT = "port.";

    private final Path file;
    private final Map<String, String> values = new TreeMap<>();

    private Settings(Path file) {
        this.file = file;
    }

    static Settings of(DataFolder folder) {
        Settings settings = new Settings(folder.settings());
        if (folder.exists()) {
            Properties stored = new Properties();
            try {
                stored.load(new StringReader(Files.readString(folder.settings())));
            } catch (IOException e) {
                throw new LocalFailure("无法读取 " + folder.settings() + " / cannot read: " + e.getMessage(), e);
            }
            stored.stringPropertyNames().forEach(name -> settings.values.put(name, stored.getProperty(name)));
        }
        return settings;
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    void put(String name, String value) {
        if (!value.equals(values.put(name, value))) {
            save();
        }
    }

    boolean is(String name) {
        return get(name).map(Boolean::parseBoolean).orElse(false);
    }

    /** Made at its first use. */
    String secret(String name) {
        return get("secret." + name).orElseGet(() -> {
            String made = newPassword();
            put("secret." + name, made);
            return made;
        });
    }

    /** What the demonstration keeps here; the administrator's password is one of ours. */
    Memory demoMemory() {
        return new Memory() {
            @Override
            public Optional<String> recall(String name) {
                return get("demo." + name);
            }

            @Override
            public void remember(String name, String value) {
                put("demo." + name, value);
            }

            @Override
            public String password(String name) {
                return secret(name);
            }
        };
    }

    int port(String part) {
        return get(PORT + part)
                .map(Integer::parseInt)
                .orElseThrow(() -> new LocalFailure("尚未启动过 / never started: duban start"));
    }

    void usePort(String part, int port) {
        put(PORT + part, String.valueOf(port));
    }

    /**
     * The port that the part had; when somebody else has it now, another.
     *
     * @param preferred where it had none
     */
    int freePort(String part, int preferred) {
        int wanted = get(PORT + part).map(Integer::parseInt).orElse(preferred);
        Set<Integer> others = values.entrySet().stream()
                .filter(entry ->
                        entry.getKey().startsWith(PORT) && !entry.getKey().equals(PORT + part))
                .map(entry -> Integer.parseInt(entry.getValue()))
                .collect(Collectors.toCollection(HashSet::new));
        boolean usable =
                wanted <= 65535 && !others.contains(wanted) && !Ports.isForOutgoing(wanted) && Ports.isFree(wanted);
        int port = usable ? wanted : Ports.free(others);
        usePort(part, port);
        return port;
    }

    /** Letters and digits that are not mistaken for each other when typed from a screen: 93 bits. */
    static String newPassword() {
        return RANDOM.ints(16, 0, ALPHABET.length())
                .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
                .collect(Collectors.joining("", "", String.valueOf(2 + RANDOM.nextInt(8))));
    }

    private void save() {
        String lines = values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().replace("\\", "\\\\") + "\n")
                .collect(Collectors.joining());
        DataFolder.writePrivately(file, lines);
    }
}
