package org.duban.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.duban.kit.id.Ids;
import org.duban.kit.security.Caller;
import org.duban.notification.alert.Alerts;
import org.duban.notification.alert.Viewer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

class LiveTest {

    private final Alerts alerts = mock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Live live = new Live(alerts, meters);
    private final Stream page = new Stream("LIAISON");

    @AfterEach
    void stop() {
        if (live.isRunning()) {
            live.stop();
        }
    }

    @Test
    void pageThatCouldNotBeToldIsEndedSoThatItLooksAnew() {
        live.start();
        live.open(page);
        given(alerts.byIds(any())).willThrow(new QueryTimeoutException("not now"));

        live.heard("alerts|" + Ids.next());

        await().until(() -> page.heard.contains("end"));
        assertThat(streams()).isZero();
    }

    @Test
    void pageWhoseAlertsCouldNotBeCountedIsForgotten() {
        given(alerts.unread(any(Viewer.class))).willThrow(new QueryTimeoutException("not now"));

        assertThatThrownBy(() -> live.open(page)).isInstanceOf(QueryTimeoutException.class);

        assertThat(streams()).isZero();
    }

    @Test
    void changeThatComesInPartsIsToldOnceToWhoSeesAll() {
        Stream staff = new Stream("SECRETARY");
        live.open(staff);
        String change = "change|TASK|" + Ids.next() + "||";
        live.heard(change + Ids.next());
        live.heard(change + Ids.next());
        live.heard("read|" + staff.caller().subject());

        live.start();

        await().until(() -> staff.heard.getLast().equals("count") && staff.heard.size() > 1);
        assertThat(staff.heard).containsExactly("count", "change", "count");
    }

    private double streams() {
        return meters.get("duban.alert.streams").gauge().value();
    }

    private static final class Stream implements LiveStream {

        private final List<String> heard = new CopyOnWriteArrayList<>();
        private final Caller caller;

        Stream(String role) {
            caller = new Caller("u", "联络员", Ids.next(), "市教育局", null, Set.of(role), Set.of(), Set.of(), false);
        }

        @Override
        public Caller caller() {
            return caller;
        }

        @Override
        public void send(String event, Object data) {
            heard.add(event);
        }

        @Override
        public void ping() {
            heard.add("ping");
        }

        @Override
        public void end() {
            heard.add("end");
        }
    }
}
