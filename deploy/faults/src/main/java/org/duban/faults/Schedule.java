package org.duban.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.duban.faults.MailServer.Mood;
import org.duban.faults.Wire.State;

/** The faults of one seed, in the order of their begin. */
record Schedule(List<Planned> faults) {

    /**
     * @param begins counted from the start of the run
     * @param lasts counted from when it has come about
     */
    record Planned(Fault fault, Duration begins, Duration lasts) {}

    // Only a process that ends just there tells the order of the two steps; task-service says most.
    private static final Fault BETWEEN_SEND_AND_MARK = new Fault.KilledAt("task-service", "BETWEEN_SEND_AND_MARK");

    /** At least six, one of each family, more in a longer run; they may overlap as they will. */
    static Schedule of(SplittableRandom random, Duration lasting) {
        List<Fault> chosen = new ArrayList<>(
                List.of(process(random), infrastructure(random), poison(random), BETWEEN_SEND_AND_MARK));
        int more = 1 + random.nextInt(3) + (int) Math.min(20, lasting.toSeconds() / 30);
        for (int i = 0; i < more; i++) {
            chosen.add(
                    switch (random.nextInt(5)) {
                        case 0, 1 -> process(random);
                        case 2, 3 -> infrastructure(random);
                        default -> outside(random);
                    });
        }
        List<Planned> planned = new ArrayList<>();
        for (Fault fault : chosen) {
            Duration begins = lasting.multipliedBy(5 + random.nextInt(75)).dividedBy(100);
            planned.add(new Planned(fault, begins, Duration.ofMillis(2000 + random.nextInt(9000))));
        }
        // What was sent early on is what there is to deliver again.
        Duration late = lasting.multipliedBy(60 + random.nextInt(30)).dividedBy(100);
        planned.add(new Planned(
                new Fault.Redelivered("duban.task", 2 + random.nextInt(9), random.nextLong()), late, Duration.ZERO));
        planned.sort(Comparator.comparing(Planned::begins));
        return new Schedule(planned);
    }

    private static Fault process(SplittableRandom random) {
        String service = of(random, Services.ALL);
        return switch (random.nextInt(6)) {
            case 0, 1 -> new Fault.Killed(service);
            case 2, 3 -> pointed(random);
            case 4 -> new Fault.Paused(service);
            default -> new Fault.Joined(service);
        };
    }

    // Only those who listen have an effect to lose, only those who tell something to send.
    private static Fault pointed(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Fault.KilledAt("notification-service", "BETWEEN_EFFECT_AND_OFFSET");
            case 1 -> new Fault.KilledAt("task-service", "BETWEEN_COMMIT_AND_SEND");
            case 2 -> new Fault.KilledAt("task-service", "BETWEEN_SEND_AND_MARK");
            default -> new Fault.KilledAt("meeting-service", of(random, Fault.POINTS.subList(0, 2)));
        };
    }

    private static Fault infrastructure(SplittableRandom random) {
        String service = of(random, Services.ALL);
        return switch (random.nextInt(7)) {
            case 0 -> new Fault.KafkaKilled();
            case 1 -> new Fault.PostgresStopped();
            case 2 -> new Fault.BackendsTerminated(service);
            case 3 -> new Fault.Disturbed("postgres of " + service, disturbance(random));
            case 4 -> new Fault.Disturbed("task-service", disturbance(random));
            case 5 -> new Fault.DiskFull();
            default -> new Fault.Disturbed("door", disturbance(random));
        };
    }

    private static Fault outside(SplittableRandom random) {
        return switch (random.nextInt(5)) {
            case 0 -> new Fault.ClockJumps(40);
            case 1, 2 -> new Fault.MailFails(of(random, List.of(Mood.SLOW, Mood.REFUSING, Mood.HANGING_UP)));
            case 3 -> new Fault.Redelivered("duban.meeting", 2 + random.nextInt(9), random.nextLong());
            default -> poison(random);
        };
    }

    private static Fault poison(SplittableRandom random) {
        return new Fault.Poisoned(topic(random));
    }

    private static String topic(SplittableRandom random) {
        return of(random, List.of("duban.task", "duban.task", "duban.meeting"));
    }

    private static State disturbance(SplittableRandom random) {
        return of(random, List.of(State.CUT, State.STALLED, State.HALF_OPEN));
    }

    private static <T> T of(SplittableRandom random, List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }
}
