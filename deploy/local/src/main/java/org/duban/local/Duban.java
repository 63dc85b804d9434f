package org.duban.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.duban.local.demo.DemoAccount;
import org.duban.local.demo.DemoCity;
import org.duban.local.process.Daemon;
import org.duban.local.process.LocalFailure;
import org.duban.local.process.LogLine;
import org.jspecify.annotations.Nullable;

/** {@code deploy/local/duban}: the local run from the command line. */
public final class Duban {

    /** Before the present: the demonstration has a past, so that its pages have something to compare. */
    private static final int DEMO_PAST_MONTHS = 2;

    private final Path code;
    private final Arguments arguments;
    private final DataFolder data;
    private final Console console;

    private Duban(Path code, Arguments arguments, Console console) {
        this.code = code;
        this.arguments = arguments;
        this.data = new DataFolder(Optional.ofNullable(arguments.data())
                .orElse(code.resolve(".data"))
                .toAbsolutePath()
                .normalize());
        this.console = console;
    }

    public static void main(String[] words) {
        System.exit(run(List.of(words), Path.of(System.getProperty("duban.root", ".")), System.out, System.err));
    }

    /** @return the exit status: 0; 1 when it could not be done, 2 when it was not understood, 3 when not all is well */
    static int run(List<String> words, Path code, PrintStream out, PrintStream err) {
        if (words.isEmpty() || List.of("help", "--help", "-h").contains(words.getFirst())) {
            out.println(Arguments.USAGE);
            return words.isEmpty() ? 2 : 0;
        }
        Arguments arguments;
        try {
            arguments = Arguments.parse(words);
        } catch (LocalFailure e) {
            err.println("✗ " + e.getMessage());
            return 2;
        }
        try {
            return new Duban(code.toAbsolutePath().normalize(), arguments, new Console(out)).run();
        } catch (LocalFailure e) {
            err.println("✗ " + e.getMessage());
            return 1;
        }
    }

    private int run() {
        return switch (arguments.command()) {
            case START -> start();
            case STOP -> stop();
            case STATUS -> status();
            case RESET -> reset();
            case ACCOUNTS -> accounts();
            case LOGS -> logs();
            case DOCTOR -> new Doctor(code, data, console).examine();
        };
    }

    private int start() {
        data.prepare();
        try (FileLock lock = data.lock()) {
            Settings settings = Settings.of(data);
            LocalRun run = new LocalRun(code, data, settings);
            boolean isNew = settings.get("empty").isEmpty();
            if (!isNew && arguments.empty() && !settings.is("empty")) {
                throw new LocalFailure("这份数据已有演示数据；要空系统请先 duban reset 或换 --data / has demonstration data already");
            }
            console.say("督办 Duban 启动中 starting … 数据目录 data: " + data.root());
            boolean moved = run.claimPorts(arguments.port(), console);
            if (isNew) {
                settings.put("empty", String.valueOf(arguments.empty()));
            }
            setClock(settings, isNew);
            boolean started = start(run, moved);
            String took = Console.sinceBegin();
            fill(settings, run);
            console.say(started ? "全部就绪，启动用时 / ready, started within " + took : "已在运行，一切正常 / already running");
            console.say("  地址 page       " + run.address());
            console.say("  邮箱 mailbox    " + run.mailboxAddress());
            console.say("  业务时间 clock  " + now().truncatedTo(ChronoUnit.MINUTES));
            console.say("  账号 accounts   （全部 all: deploy/local/duban accounts）");
            console.say(new Accounts(data.accounts()).shortTable());
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody may take a port between our choosing and using it; then there is another. */
    private boolean start(LocalRun run, boolean moved) {
        boolean told = moved;
        for (int attempt = 1; ; attempt++) {
            try {
                return run.start(told, console);
            } catch (LocalFailure failure) {
                if (attempt == 3 || !run.claimPorts(arguments.port(), console)) {
                    throw failure;
                }
                told = true;
            }
        }
    }

    private LocalDateTime now() {
        return new BusinessClock(data.clock()).now();
    }

    private void setClock(Settings settings, boolean isNew) {
        BusinessClock clock = new BusinessClock(data.clock());
        if (!isNew && clock.exists()) {
            LocalDateTime at = arguments.at();
            if (at != null) {
                clock.moveTo(at);
            }
            return;
        }
        long offset =
                Optional.ofNullable(arguments.at()).map(BusinessClock::offsetOf).orElse(0L);
        settings.put("clock.start", String.valueOf(offset));
        if (settings.is("empty")) {
            clock.write(offset);
        } else {
            LocalDateTime present = LocalDateTime.now(BusinessClock.ZONE).plus(offset, ChronoUnit.MILLIS);
            clock.write(BusinessClock.offsetOf(DemoCity.beginningOf(present, DEMO_PAST_MONTHS)));
        }
    }

    private void fill(Settings settings, LocalRun run) {
        Accounts accounts = new Accounts(data.accounts());
        if (settings.is("empty")) {
            if (!accounts.exist()) {
                accounts.write(List.of(DemoAccount.administrator(settings.secret("admin"))));
            }
            return;
        }
        if (settings.is("demo.done")) {
            return;
        }
        console.say("装入演示数据 / filling in the demonstration city …");
        BusinessClock clock = new BusinessClock(data.clock());
        long offset = Long.parseLong(settings.get("clock.start").orElse("0"));
        DemoCity city =
                new DemoCity("http://127.0.0.1:" + run.port(), settings.demoMemory(), line -> console.say("  " + line));
        LocalDateTime present = LocalDateTime.now(BusinessClock.ZONE).plus(offset, ChronoUnit.MILLIS);
        // Before the rest: should it fail, everybody can sign in and see how far it came.
        accounts.write(city.settle());
        city.live(present);
        // The city's history ends at the minute; from here on the clock runs exactly as it was asked for.
        clock.write(Math.max(offset, clock.offset()));
        settings.put("demo.done", "true");
    }

    private int stop() {
        if (!data.exists()) {
            console.say("没有在运行 / not running");
            return 0;
        }
        try (FileLock lock = data.lock()) {
            new LocalRun(code, data, Settings.of(data)).stop(console);
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int status() {
        if (!data.exists()) {
            console.say("尚未启动过 / never started (" + data.root() + ")");
            return 3;
        }
        LocalRun run = new LocalRun(code, data, Settings.of(data));
        boolean well = true;
        List<Service> services = run.services();
        for (Daemon daemon : run.daemons()) {
            Optional<Service> service = services.stream()
                    .filter(each -> each.name().equals(daemon.name()))
                    .findFirst();
            boolean running = daemon.isRunning();
            boolean healthy = running && service.map(Service::isHealthy).orElse(true);
            well &= healthy;
            String pid = daemon.find().map(process -> "pid " + process.pid()).orElse("");
            String state = healthy ? "正常 up" : running ? "未就绪 not ready" : "未运行 down";
            console.say(
                    String.format("  %-22s %s  %s", daemon.name(), state, pid).stripTrailing());
        }
        console.say("  地址 " + run.address() + "  邮箱 " + run.mailboxAddress() + "  业务时间 "
                + now().truncatedTo(ChronoUnit.MINUTES));
        return well ? 0 : 3;
    }

    private int reset() {
        if (!data.exists()) {
            console.say("没有数据 / no data in " + data.root());
            return 0;
        }
        if (!arguments.yes() && !confirmed()) {
            throw new LocalFailure("未删除；确定要删除 " + data.root() + " 的全部数据请加 --yes / not removed, add --yes");
        }
        try (FileLock lock = data.lock()) {
            new LocalRun(code, data, Settings.of(data))
                    .stop(new Console(new PrintStream(PrintStream.nullOutputStream())));
            data.remove();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        console.say("已停止并删除数据 / stopped, data removed");
        return 0;
    }

    private boolean confirmed() {
        java.io.@Nullable Console terminal = System.console();
        if (terminal == null || !terminal.isTerminal()) {
            return false;
        }
        String answer = terminal.readLine("停止并删除 %s 的全部数据？输入 yes 确认 / remove all data? ", data.root());
        return answer != null && answer.trim().equalsIgnoreCase("yes");
    }

    private int accounts() {
        Accounts accounts = new Accounts(data.accounts());
        console.say(arguments.json() ? accounts.json().stripTrailing() : accounts.table());
        return 0;
    }

    private int logs() {
        String service = arguments.service();
        if (service == null) {
            try (Stream<Path> logs = Files.exists(data.root().resolve("logs"))
                    ? Files.list(data.root().resolve("logs"))
                    : Stream.of()) {
                logs.filter(log -> log.toString().endsWith(".log")).sorted().forEach(log -> {
                    console.say("==> " + log + " <==");
                    tail(log, 15);
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return 0;
        }
        if (!Files.exists(data.log(service))) {
            throw new LocalFailure(
                    "没有 " + service + " 的日志 / no such log in " + data.root().resolve("logs"));
        }
        tail(data.log(service), 200);
        return 0;
    }

    private void tail(Path log, int lines) {
        try {
            List<String> all = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            all.subList(Math.max(0, all.size() - lines), all.size()).stream()
                    .map(LogLine::readable)
                    .forEach(console::say);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
