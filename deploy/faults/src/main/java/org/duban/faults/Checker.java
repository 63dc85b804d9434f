package org.duban.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.duban.faults.Findings.Alert;
import org.duban.faults.Findings.Effect;
import org.duban.faults.Findings.Sent;
import org.duban.faults.Findings.State;
import org.duban.faults.Intent.Act;
import org.duban.faults.Intent.Outcome;

/** What must hold of every run, whatever went wrong in it. Each statement gives one line for each breach. */
final class Checker {

    /** Who takes each event of a topic, through the inbox. */
    static final Map<String, List<String>> CONSUMERS = Map.of(
            "duban.task", List.of("notification-service"),
            "duban.meeting", List.of("notification-service", "task-service"));

    private Checker() {}

    static List<String> check(Findings found) {
        return Stream.of(
                        everyAcknowledgedRequestIsThereOnce(found),
                        oneKeyGetsOneAnswer(found),
                        eachKeyStaysInOnePartition(found),
                        versionsAreInOrder(found),
                        everyStateWasTold(found),
                        eachEventHasItsEffectOnce(found),
                        eachUnitIsToldOnce(found),
                        chainsHold(found),
                        nothingWaits(found),
                        writesGoOnWithoutKafka(found))
                .flatMap(List::stream)
                .toList();
    }

    static List<String> everyAcknowledgedRequestIsThereOnce(Findings found) {
        Map<Act, Integer> certain = new HashMap<>();
        Map<Act, Integer> uncertain = new HashMap<>();
        Set<Act> acts = new LinkedHashSet<>();
        for (Intent intent : found.intents()) {
            acts.add(intent.act());
            if (intent.outcome() == Outcome.ACKNOWLEDGED) {
                certain.merge(intent.act(), 1, Integer::sum);
            } else if (intent.outcome() == Outcome.UNCERTAIN) {
                uncertain.merge(intent.act(), 1, Integer::sum);
            }
        }
        List<String> wrong = new ArrayList<>();
        for (Act act : acts) {
            int done = found.done().getOrDefault(act, 0);
            int least = certain.getOrDefault(act, 0);
            int most = least + uncertain.getOrDefault(act, 0);
            if (done < least) {
                wrong.add("lost: " + act + " was acknowledged " + least + " times and stands " + done + " times");
            } else if (done > most) {
                wrong.add("done twice: " + act + " may stand " + most + " times and stands " + done + " times");
            }
        }
        return wrong;
    }

    static List<String> oneKeyGetsOneAnswer(Findings found) {
        return found.contradictions().stream()
                .map(each -> "two answers: " + each)
                .toList();
    }

    static List<String> eachKeyStaysInOnePartition(Findings found) {
        Map<String, Set<Integer>> partitions = new HashMap<>();
        for (Sent sent : found.sent()) {
            // What has no version of its own needs no order among others.
            State state = sent.state();
            if (state != null) {
                partitions
                        .computeIfAbsent(sent.topic() + " " + state.kind() + " " + state.of(), of -> new HashSet<>())
                        .add(sent.partition());
            }
        }
        return partitions.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> "without order: " + entry.getKey() + " lies in partitions " + entry.getValue())
                .toList();
    }

    /** A repetition is no breach, a version that comes for the first time after a later one is. */
    static List<String> versionsAreInOrder(Findings found) {
        Map<String, Long> last = new HashMap<>();
        Set<UUID> seen = new HashSet<>();
        List<String> wrong = new ArrayList<>();
        for (Sent sent : found.sent()) {
            State state = sent.state();
            if (state == null || !seen.add(sent.id())) {
                continue;
            }
            String of = state.kind() + " " + state.of();
            Long before = last.put(of, state.version());
            if (before == null) {
                if (state.gapless() && state.version() != 1) {
                    wrong.add("gap: " + of + " is first told at " + state.version());
                }
                continue;
            }
            if (state.version() <= before) {
                wrong.add("out of order: " + of + " is told at " + state.version() + " after " + before);
            } else if (state.gapless() && state.version() != before + 1) {
                wrong.add("gap: " + of + " is told at " + state.version() + " after " + before);
            }
        }
        return wrong;
    }

    static List<String> everyStateWasTold(Findings found) {
        Map<UUID, Long> told = new HashMap<>();
        Set<UUID> assigned = new HashSet<>();
        for (Sent sent : found.sent()) {
            sent.asked().forEach(report -> told.putIfAbsent(report, 0L));
            State state = sent.state();
            if (state != null && state.kind().equals("report")) {
                told.merge(state.of(), state.version(), Math::max);
            } else if (state != null && state.kind().equals("task")) {
                assigned.add(state.of());
            }
        }
        List<String> wrong = new ArrayList<>();
        Set<UUID> asked = new HashSet<>();
        found.sent().forEach(sent -> asked.addAll(sent.asked()));
        found.reports().forEach((report, version) -> {
            if (!asked.contains(report)) {
                wrong.add("not told: report " + report + " was never asked for in the topic");
            } else if (!version.equals(told.get(report))) {
                wrong.add("not told: report " + report + " stands at " + version + ", its last event says "
                        + told.get(report));
            }
        });
        for (UUID task : found.tasks()) {
            if (!assigned.contains(task)) {
                wrong.add("not told: task " + task + " was never assigned in the topic");
            }
        }
        return wrong;
    }

    static List<String> eachEventHasItsEffectOnce(Findings found) {
        Map<Effect, Integer> left = new HashMap<>(found.effects());
        Set<Effect> expected = new LinkedHashSet<>();
        for (Sent sent : found.sent()) {
            for (String consumer : CONSUMERS.getOrDefault(sent.topic(), List.of())) {
                expected.add(new Effect(consumer, sent.id()));
            }
        }
        List<String> wrong = new ArrayList<>();
        for (Effect effect : expected) {
            Integer times = left.remove(effect);
            if (times == null) {
                wrong.add("without effect: " + effect);
            } else if (times > 1) {
                wrong.add("effect " + times + " times: " + effect);
            }
        }
        return wrong;
    }

    static List<String> eachUnitIsToldOnce(Findings found) {
        Set<Alert> expected = new LinkedHashSet<>();
        found.sent().forEach(sent -> expected.addAll(sent.tells()));
        List<String> wrong = new ArrayList<>();
        for (Alert alert : expected) {
            int times = found.alerts().getOrDefault(alert, 0);
            if (times != 1) {
                wrong.add("told " + times + " times: " + alert);
            }
        }
        Set<String> kinds = new HashSet<>();
        expected.forEach(alert -> kinds.add(alert.kind()));
        for (Alert alert : found.alerts().keySet()) {
            if (kinds.contains(alert.kind()) && !expected.contains(alert)) {
                wrong.add("told without cause: " + alert);
            }
        }
        return wrong;
    }

    static List<String> chainsHold(Findings found) {
        return found.brokenChains().stream()
                .map(each -> "broken chain: " + each)
                .toList();
    }

    static List<String> nothingWaits(Findings found) {
        return found.waiting().entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .map(entry -> "waits: " + entry.getValue() + " in " + entry.getKey())
                .toList();
    }

    static List<String> writesGoOnWithoutKafka(Findings found) {
        return found.outages().stream()
                .filter(outage -> !outage.sawAWrite(found.intents()))
                .map(outage -> "no write was acknowledged while Kafka was down: " + outage)
                .toList();
    }
}
