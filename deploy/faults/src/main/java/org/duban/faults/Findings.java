package org.duban.faults;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.duban.faults.Intent.Act;
import org.duban.faults.Intent.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * All that was read when everything had come to rest.
 *
 * @param contradictions requests whose key got two answers
 * @param done how often each act stands in the books
 * @param sent each topic's events, in the order of each partition, without those that the harness wrote
 * @param effects how often each event had its effect with each consumer
 * @param reports the version at which each report stands
 * @param tasks every task there is
 * @param alerts how often each alert stands
 * @param brokenChains audit chains that do not verify
 * @param waiting what should be empty and how much is in it
 * @param outages times when only Kafka was down
 */
record Findings(
        List<Intent> intents,
        List<String> contradictions,
        Map<Act, Integer> done,
        List<Sent> sent,
        Map<Effect, Integer> effects,
        Map<UUID, Long> reports,
        Set<UUID> tasks,
        Map<Alert, Integer> alerts,
        List<String> brokenChains,
        Map<String, Long> waiting,
        List<Outage> outages) {

    /**
     * One event as it lies in its topic.
     *
     * @param state the version of what it is about; null where it has none
     * @param asked the reports that it asks for, which stand at version 0 by it
     * @param tells the alerts that follow from it, each once
     */
    record Sent(
            String topic,
            int partition,
            long offset,
            String key,
            UUID id,
            @Nullable State state,
            List<UUID> asked,
            List<Alert> tells) {}

    /** @param gapless whether each version is told, from the first on: zero is what asks for it, in an event with others */
    record State(String kind, UUID of, long version, boolean gapless) {}

    record Effect(String consumer, UUID event) {}

    record Alert(UUID unit, String kind, UUID subject, String occasion) {}

    /** A time when only Kafka was down. */
    record Outage(Instant from, Instant until) {

        /** Whether a request that was begun in it was acknowledged in it. */
        boolean sawAWrite(List<Intent> intents) {
            return intents.stream()
                    .anyMatch(intent -> intent.outcome() == Outcome.ACKNOWLEDGED
                            && intent.from().isAfter(from)
                            && intent.until().isBefore(until));
        }
    }
}
