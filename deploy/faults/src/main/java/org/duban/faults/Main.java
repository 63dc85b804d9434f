package org.duban.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** {@code deploy/faults/run}: seed after seed, each on a town of its own. */
public final class Main {

    private static final int MOST_SHOWN = 20;
    private static final int WORTH_LEARNING = 5;

    private Main() {}

    public static void main(String[] words) throws InterruptedException, IOException {
        Order order;
        try {
            order = Order.of(List.of(words));
        } catch (IllegalArgumentException unclear) {
            System.err.println(unclear.getMessage());
            System.exit(2);
            return;
        }
        Apps apps = new Apps(Path.of(Objects.requireNonNull(System.getProperty("duban.root"), "duban.root")));
        if (order.seeds() >= WORTH_LEARNING) {
            apps.learn(System.out::println);
        }
        int passed = 0;
        try (ExecutorService towns = Executors.newFixedThreadPool(order.parallel())) {
            List<Future<Boolean>> results = new ArrayList<>();
            for (int i = 0; i < order.seeds(); i++) {
                long seed = order.first() + i;
                results.add(towns.submit(() -> passes(apps, order, seed)));
            }
            for (Future<Boolean> result : results) {
                passed += result.get() ? 1 : 0;
            }
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        }
        int failed = order.seeds() - passed;
        System.out.println(passed + " passed, " + failed + " failed");
        System.exit(failed == 0 ? 0 : 1);
    }

    private static boolean passes(Apps apps, Order order, long seed) {
        SeededRun run = new SeededRun(apps, order, seed, order.parallel() == 1 ? System.out::println : line -> {});
        List<String> wrong;
        try {
            wrong = run.run();
        } catch (RuntimeException broken) {
            broken.printStackTrace();
            wrong = List.of("the run itself broke: " + broken);
        }
        StringBuilder said = new StringBuilder();
        wrong.stream()
                .limit(MOST_SHOWN)
                .forEach(each -> said.append("  WRONG ").append(each).append("\n"));
        if (wrong.size() > MOST_SHOWN) {
            said.append("  WRONG and ").append(wrong.size() - MOST_SHOWN).append(" more\n");
        }
        said.append("seed ")
                .append(seed)
                .append(wrong.isEmpty() ? " passed" : " failed")
                .append(run.summary());
        if (!wrong.isEmpty()) {
            said.append("; data and logs are kept in ").append(run.kept());
            said.append("; again with: ").append(order.again(seed));
        }
        // One print, so that seeds which end together do not mix.
        System.out.println(said);
        return wrong.isEmpty();
    }
}
