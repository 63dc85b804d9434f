package org.duban.faults;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.duban.faults.Findings.Alert;
import org.duban.faults.Findings.Effect;
import org.duban.faults.Findings.Outage;
import org.duban.faults.Findings.Sent;
import org.duban.faults.Findings.State;
import org.duban.faults.Intent.Act;
import org.duban.faults.Intent.Outcome;
import org.jspecify.annotations.Nullable;

/** A history made by hand; each event has its effect once unless it is said otherwise. */
final class History {

    private final List<Intent> intents = new ArrayList<>();
    private final List<String> contradictions = new ArrayList<>();
    private final Map<Act, Integer> done = new HashMap<>();
    private final List<Sent> sent = new ArrayList<>();
    private final Map<Effect, Integer> effects = new HashMap<>();
    private final Map<UUID, Long> reports = new HashMap<>();
    private final Set<UUID> tasks = new HashSet<>();
    private final Map<Alert, Integer> alerts = new HashMap<>();
    private final List<String> broken = new ArrayList<>();
    private final Map<String, Long> waiting = new HashMap<>();
    private final List<Outage> outages = new ArrayList<>();

    List<String> check() {
        return Checker.check(new Findings(
                intents, contradictions, done, sent, effects, reports, tasks, alerts, broken, waiting, outages));
    }

    History intend(Act act, Outcome outcome) {
        return intend(act, outcome, Instant.EPOCH);
    }

    History intend(Act act, Outcome outcome, Instant at) {
        intents.add(new Intent(act.action(), act.subject(), outcome, at, at.plusMillis(20), ""));
        return this;
    }

    History done(Act act, int times) {
        done.put(act, times);
        return this;
    }

    History contradict(String what) {
        contradictions.add(what);
        return this;
    }

    History tell(State state, Alert... tells) {
        return tell(UUID.randomUUID(), 0, state, tells);
    }

    History tell(UUID event, int partition, State state, Alert... tells) {
        return send(event, partition, state.of().toString(), state, List.of(), tells);
    }

    History ask(UUID unit, UUID... reports) {
        return send(UUID.randomUUID(), 3, unit.toString(), null, List.of(reports));
    }

    private History send(
            UUID event, int partition, String key, @Nullable State state, List<UUID> asked, Alert... tells) {
        sent.add(new Sent("duban.task", partition, sent.size(), key, event, state, asked, List.of(tells)));
        return effect(event, 1);
    }

    /** @param times zero: the event never had one */
    History effect(UUID event, int times) {
        Effect effect = new Effect("notification-service", event);
        if (times == 0) {
            effects.remove(effect);
        } else {
            effects.put(effect, times);
        }
        return this;
    }

    History stands(UUID report, long version) {
        reports.put(report, version);
        return this;
    }

    History exists(UUID task) {
        tasks.add(task);
        return this;
    }

    History said(Alert alert, int times) {
        alerts.put(alert, times);
        return this;
    }

    History broken(String chain) {
        broken.add(chain);
        return this;
    }

    History waits(String where, long much) {
        waiting.put(where, much);
        return this;
    }

    History outage(Outage outage) {
        outages.add(outage);
        return this;
    }
}
