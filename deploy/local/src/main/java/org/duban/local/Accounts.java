package org.duban.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    /** One for each role, as a table. */
    String table() {
        StringBuilder table = new StringBuilder();
        read().stream()
                .filter(account -> account.password() != null)
                .forEach(account -> table.append(String.format(
                        "  %-14s %-14s %-20s %s%n",
                        account.role(),
                        account.username(),
                        account.password(),
                        account.unit() == null ? "" : account.unit())));
        return table.toString().stripTrailing();
    }
}
