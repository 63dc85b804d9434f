package org.duban.local;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.duban.local.process.LocalFailure;
import org.jspecify.annotations.Nullable;

/**
 * What was typed.
 *
 * @param data null: {@code .data} in the root of the code
 * @param port the gateway's; null: the one of the last start, or 8080
 * @param at where the business clock starts, zone Asia/Shanghai; null: where it is
 * @param service of {@code logs}; null: all
 */
record Arguments(
        Command command,
        @Nullable Path data,
        @Nullable Integer port,
        @Nullable LocalDateTime at,
        boolean empty,
        boolean json,
        boolean yes,
        @Nullable String service) {

    static final String USAGE = """
            用法 usage: deploy/local/duban <命令 command> [选项 options]
              start     启动（需要时先构建），就绪后返回        --empty 不装演示数据   --at 2023-03-13T09:00 业务时钟起点
              stop      停止，数据保留
              status    各部分的状态
              reset     停止并删除数据                        --yes 不再询问
              accounts  演示账号                              --json
              logs      最近的日志                            [task-service|meeting-service|notification-service|gateway|mailbox|kafka|postgres]
              doctor    体检：JDK、磁盘、端口、各服务
            各命令通用 for all: --data DIR 数据目录（默认 .data）  --port N 网关端口（默认 8080）""";

    enum Command {
        START,
        STOP,
        STATUS,
        RESET,
        ACCOUNTS,
        LOGS,
        DOCTOR
    }

    /** @throws LocalFailure with one line when they cannot be understood */
    static Arguments parse(List<String> words) {
        Deque<String> left = new ArrayDeque<>(words);
        Command command = command(left.isEmpty() ? "" : left.pop());
        Path data = null;
        Integer port = null;
        LocalDateTime at = null;
        String service = null;
        boolean empty = false;
        boolean json = false;
        boolean yes = false;
        while (!left.isEmpty()) {
            String word = left.pop();
            String name = word.startsWith("--") && word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
            if (!name.equals(word)) {
                left.push(word.substring(name.length() + 1));
            }
            switch (name) {
                case "--data" -> data = path(value(name, left));
                case "--port" -> port = port(value(name, left));
                case "--at" -> at = moment(value(name, left));
                case "--empty" -> empty = true;
                case "--json" -> json = true;
                case "--yes", "-y" -> yes = true;
                default -> {
                    if (command != Command.LOGS || service != null || word.startsWith("-")) {
                        throw new LocalFailure("不认识的参数 " + word + " / unknown argument");
                    }
                    service = word;
                }
            }
        }
        if (command != Command.START && (at != null || empty)) {
            throw new LocalFailure("--at 和 --empty 只用于 start / only with start");
        }
        return new Arguments(command, data, port, at, empty, json, yes, service);
    }

    private static Command command(String word) {
        for (Command command : Command.values()) {
            if (command.name().toLowerCase(Locale.ROOT).equals(word)) {
                return command;
            }
        }
        throw new LocalFailure(
                "不认识的命令 \"" + word + "\"，可用：start stop status reset accounts logs doctor / unknown command");
    }

    private static String value(String option, Deque<String> left) {
        if (left.isEmpty()) {
            throw new LocalFailure(option + " 后面缺少值 / needs a value");
        }
        return left.pop();
    }

    private static Path path(String value) {
        if (value.isBlank()) {
            throw new LocalFailure("--data 后面缺少目录 / needs a folder");
        }
        return Path.of(value).toAbsolutePath().normalize();
    }

    private static int port(String value) {
        try {
            int port = Integer.parseInt(value);
            if (port >= 1 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new LocalFailure("--port 要 1 到 65535 的整数，不是 \"" + value + "\" / needs a number from 1 to 65535");
    }

    private static LocalDateTime moment(String value) {
        try {
            return LocalDateTime.parse(value);
        } catch (DateTimeParseException e) {
            throw new LocalFailure("--at 的写法是 2023-03-13T09:00，不是 \"" + value + "\" / is written like that");
        }
    }
}
