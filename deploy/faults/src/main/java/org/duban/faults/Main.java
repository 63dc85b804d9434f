package org.duban.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** {@code deploy/faults/run}: one seed after the other, each on a town of its own. */
public final class Main {

    private static final int MOST_SHOWN = 20;

    private Main() {}

    public static void main(String[] words) {
        Order order;
        try {
            order = Order.of(List.of(words));
        } catch (IllegalArgumentException unclear) {
            System.err.println(unclear.getMessage());
            System.exit(2);
            return;
        }
        Path code = Path.of(Objects.requireNonNull(System.getProperty("duban.root"), "duban.root"));
        int failed = 0;
        for (int i = 0; i < order.seeds(); i++) {
            long seed = order.first() + i;
            List<String> wrong = run(code, order, seed);
            wrong.stream().limit(MOST_SHOWN).forEach(each -> System.out.println("  WRONG " + each));
            if (wrong.size() > MOST_SHOWN) {
                System.out.println("  WRONG and " + (wrong.size() - MOST_SHOWN) + " more");
            }
            if (wrong.isEmpty()) {
                System.out.println("seed " + seed + " passed");
            } else {
                failed++;
                System.out.println("seed " + seed + " failed; again with: deploy/faults/run --seeds 1 --minutes "
                        + order.lasting().toMillis() / 60_000.0 + " --seed " + seed
                        + (order.without() == null ? "" : " --without " + order.without()));
            }
        }
        System.out.println(order.seeds() - failed + " passed, " + failed + " failed");
        System.exit(failed == 0 ? 0 : 1);
    }

    private static List<String> run(Path code, Order order, long seed) {
        try {
            return new SeededRun(code, order, seed, System.out::println).run();
        } catch (IOException | RuntimeException broken) {
            broken.printStackTrace();
            return List.of("the run itself broke: " + broken);
        }
    }
}
