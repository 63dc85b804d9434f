package org.duban.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duban.local.demo.DemoAccount;
import org.duban.local.process.LocalFailure;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Who can sign in: kept in a file that only its owner may read. */
record Accounts(Path file) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    boolean exist() {
        return Files.exists(file);
    }

    void write(List<DemoAccount> accounts) {
        DataFolder.writePrivately(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(accounts) + "\n");
    }

    String json() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new LocalFailure("还没有账号：先运行 duban start / no accounts yet", e);
        }
    }

    List<DemoAccount> read() {
        return JSON.readValue(json(), new TypeReference<List<DemoAccount>>() {});
    }

    String table() {
        return rows(read());
    }

    /** The first of each role. */
    String shortTable() {
        Map<String, DemoAccount> first = new LinkedHashMap<>();
        read().forEach(account -> first.putIfAbsent(account.role(), account));
        return rows(first.values());
    }

    private static String rows(Collection<DemoAccount> accounts) {
        return accounts.stream()
                .map(account -> String.format(
                        "  %-14s %-14s %-20s %s",
                        account.role(),
                        account.username(),
                        account.password(),
                        account.unit() == null ? "" : account.unit()))
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"));
    }
}
