package org.duban.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.duban.local.process.Commands;
import org.duban.local.process.Daemon;
import org.duban.local.process.LocalFailure;
import org.duban.local.process.Ports;

/** {@code duban doctor}: what stands in the way, one line each. */
final class Doctor {

    private final Path code;
    private final DataFolder data;
    private final Console console;
    private boolean well = true;

    Doctor(Path code, DataFolder data, Console console) {
        this.code = code;
        this.data = data;
        this.console = console;
    }

    /** @return 0 when nothing stands in the way, else 3 */
    int examine() {
        check(
                Runtime.version().feature() >= 25,
                "JDK " + Runtime.version().feature() + "  " + System.getProperty("java.home"),
                "需要 JDK 25");
        long megabytes = data.usableSpace() >> 20;
        check(megabytes >= 1024, "磁盘 disk  可用 " + megabytes + " MB  " + data.root(), "至少需要 1024 MB");
        Commands.Outcome node = Commands.run(List.of("node", "--version"));
        console.say("· Node  "
                + (node.succeeded() ? node.said() : "未安装，构建页面时自动取用 / not installed, fetched when the page is built"));
        if (!data.exists()) {
            check(Ports.isFree(8080), "端口 port 8080 空闲", "端口 8080 已被占用，请用 --port 换一个");
            console.say("· 尚未启动过 / never started");
            return well ? 0 : 3;
        }
        examineProcesses(new LocalRun(code, data, Settings.of(data)));
        return well ? 0 : 3;
    }

    private void examineProcesses(LocalRun run) {
        boolean anyRuns = run.daemons().stream().anyMatch(Daemon::isRunning);
        if (!anyRuns) {
            check(Ports.isFree(run.port()), "端口 port " + run.port() + " 空闲", "端口 " + run.port() + " 已被占用");
        }
        for (Daemon daemon : run.daemons()) {
            if (daemon.isStale()) {
                check(false, daemon.name(), "上次异常退出，duban start 会恢复；日志 " + daemon.log());
            } else if (anyRuns) {
                check(daemon.isRunning(), daemon.name() + " 运行中 running", "未运行；duban start 会启动它");
            }
        }
        if (anyRuns) {
            try {
                for (Service service : run.services()) {
                    Optional<String> complaint =
                            service.isHealthy() ? Optional.empty() : Optional.of("健康检查未通过 " + service.health());
                    check(complaint.isEmpty(), service.name() + " 健康 healthy", complaint.orElse(""));
                }
            } catch (LocalFailure e) {
                check(false, "构建 build", String.valueOf(e.getMessage()));
            }
        }
        console.say("· 业务时间 business clock  " + new BusinessClock(data.clock()).now());
    }

    private void check(boolean good, String what, String complaint) {
        well &= good;
        console.say(good ? "✓ " + what : "✗ " + what + "：" + complaint);
    }
}
