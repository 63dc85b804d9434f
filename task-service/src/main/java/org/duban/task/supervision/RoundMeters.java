package org.duban.task.supervision;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.duban.kit.time.Pace;
import org.duban.kit.time.Tick;
import org.springframework.stereotype.Component;

/** {@code duban.round.reports}: how far the open rounds are, by the state of what they asked for. */
@Component
class RoundMeters implements Tick {

    private final Rounds rounds;
    private final Pace pace = new Pace(Duration.ofMinutes(1));
    private final Map<Report.State, Long> reports = new ConcurrentHashMap<>();

    RoundMeters(Rounds rounds, MeterRegistry meters) {
        this.rounds = rounds;
        Stream.of(Report.State.values())
                .forEach(state -> Gauge.builder("duban.round.reports", reports, now -> now.getOrDefault(state, 0L))
                        .description("reports of open rounds")
                        .tag("state", state.name())
                        .register(meters));
    }

    @Override
    public void tick(Instant now) {
        if (pace.isDue()) {
            Map<Report.State, Long> counted = rounds.reportsInOpenRounds();
            reports.keySet().retainAll(counted.keySet());
            reports.putAll(counted);
        }
    }
}
