package org.duban.bench;

import org.duban.bench.fanout.FanoutBench;
import org.duban.bench.relay.RelayBench;
import org.duban.bench.supervision.SupervisionBench;

/** {@code deploy/bench/run relay}, {@code fanout} or {@code supervision}, each with its options. */
public final class Main {

    private static final String USAGE =
            "deploy/bench/run relay [--seconds N] [--kills N] [--only NAME] | fanout [--units N] [--events N]"
                    + " | supervision [--rounds N] [--seconds N] [--tasks N] [--reports N] [--only submit,open,read,export]"
                    + " [--folder KEPT] [--heap MB]";

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        try {
            var options = Options.of(arguments);
            switch (options.command()) {
                case "relay" ->
                    new RelayBench(options.number("seconds", 20), options.number("kills", 3), options.word("only", ""))
                            .run();
                case "fanout" -> new FanoutBench(options.number("units", 5_000), options.number("events", 40)).run();
                case "supervision" ->
                    new SupervisionBench(new SupervisionBench.Plan(
                                    options.number("rounds", 5),
                                    options.number("seconds", 5),
                                    options.number("tasks", 100_000),
                                    options.number("reports", 1_000_000),
                                    options.number("heap", 0),
                                    options.word("only", ""),
                                    options.word("folder", "")))
                            .run();
                default -> throw new IllegalArgumentException(USAGE);
            }
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage() + "\n" + USAGE);
            System.exit(2);
        }
        // The broker's and the database's threads are daemons of processes that end with this one.
        System.exit(0);
    }
}
