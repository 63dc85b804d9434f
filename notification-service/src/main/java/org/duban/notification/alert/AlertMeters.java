package org.duban.notification.alert;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.duban.kit.time.Pace;
import org.duban.kit.time.Tick;
import org.springframework.stereotype.Component;

/** {@code duban.alerts.due}: reminders that today asks for; {@code duban.alerts.late}: those of them not said. */
@Component
class AlertMeters implements Tick {

    private final Reminders reminders;
    private final Alerts alerts;
    private final Clock clock;
    private final Pace pace = new Pace(Duration.ofMinutes(1));
    private final AtomicLong due = new AtomicLong();
    private final AtomicLong late = new AtomicLong();

    AlertMeters(Reminders reminders, Alerts alerts, Clock clock, MeterRegistry meters) {
        this.reminders = reminders;
        this.alerts = alerts;
        this.clock = clock;
        Gauge.builder("duban.alerts.due", due, AtomicLong::doubleValue)
                .description("reminders that today asks for")
                .register(meters);
        Gauge.builder("duban.alerts.late", late, AtomicLong::doubleValue)
                .description("reminders that today asks for and that were not said")
                .register(meters);
    }

    @Override
    public void tick(Instant now) {
        if (pace.isDue()) {
            look();
        }
    }

    void look() {
        LocalDate today = LocalDate.now(clock);
        List<Saying> asked = reminders.due(today);
        Set<Alerts.Said> said = alerts.saidToUnits(today.toString());
        due.set(asked.size());
        late.set(asked.stream()
                .filter(saying -> !said.contains(new Alerts.Said(saying.unit(), saying.kind(), saying.subject())))
                .count());
    }
}
