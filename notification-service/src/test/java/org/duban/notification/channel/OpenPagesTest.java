package org.duban.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.notification.alert.Audience.OFFICE;
import static org.duban.notification.alert.Audience.PERSON;
import static org.duban.notification.alert.Audience.STAFF;
import static org.duban.notification.alert.Audience.UNIT;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.duban.kit.id.Ids;
import org.duban.kit.security.Caller;
import org.duban.notification.alert.Alert;
import org.duban.notification.alert.AlertKind;
import org.duban.notification.alert.Alerts.Addressed;
import org.duban.notification.alert.Audience;
import org.duban.notification.alert.Link;
import org.duban.notification.alert.News.Change;
import org.duban.notification.alert.Viewer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpenPagesTest {

    private final UUID education = Ids.next();
    private final UUID finance = Ids.next();
    private final UUID east = Ids.next();
    private final UUID west = Ids.next();
    private final OpenPages pages = new OpenPages();

    private final LiveStream liaison = open("LIAISON", education, null);
    private final LiveStream otherUnit = open("LIAISON", finance, null);
    private final LiveStream citySupervisor = open("SUPERVISOR", finance, null);
    private final LiveStream eastSupervisor = open("SUPERVISOR", education, east);
    private final LiveStream secretary = open("SECRETARY", education, null);
    private final LiveStream eastOffice = open("COUNTY_OFFICE", null, east);

    @Test
    void alertReachesThePagesOfItsUnitOnly() {
        assertThat(pages.reachedBy(alert(UNIT, education, null))).containsOnlyKeys(liaison);
    }

    @Test
    void alertToSupervisorsReachesThoseOfItsCountyAndTheCitys() {
        assertThat(pages.reachedBy(alert(STAFF, education, east))).containsOnlyKeys(citySupervisor, eastSupervisor);
        assertThat(pages.reachedBy(alert(STAFF, education, west))).containsOnlyKeys(citySupervisor);
    }

    @Test
    void alertToOnePersonReachesTheirPagesOnlyAndItsCauseNever() {
        String reader = liaison.caller().subject();
        assertThat(pages.reachedBy(alert(PERSON, education, null, reader, null)))
                .containsOnlyKeys(liaison);
        assertThat(pages.reachedBy(alert(PERSON, finance, null, reader, null)))
                .as("who does another unit's work now")
                .isEmpty();
        assertThat(pages.reachedBy(alert(UNIT, education, null, null, reader))).isEmpty();
        assertThat(pages.reachedBy(
                        alert(STAFF, null, null, null, citySupervisor.caller().subject())))
                .isEmpty();
    }

    @Test
    void alertToAnOfficeReachesWhoDoesItsWorkAndItsSecretary() {
        assertThat(pages.reachedBy(alert(OFFICE, education, null))).containsOnlyKeys(liaison, secretary);
    }

    @Test
    void changeConcernsItsUnitsItsCountyAndStaff() {
        assertThat(pages.concernedBy(change(Link.Kind.TASK, null, education)))
                .containsExactlyInAnyOrder(liaison, citySupervisor, eastSupervisor, secretary);
        assertThat(pages.concernedBy(change(Link.Kind.TASK, east, finance)))
                .containsExactlyInAnyOrder(otherUnit, citySupervisor, eastSupervisor, secretary, eastOffice);
        assertThat(pages.concernedBy(change(Link.Kind.TASK, west)))
                .containsExactlyInAnyOrder(citySupervisor, secretary);
    }

    @Test
    void roundConcernsEveryone() {
        assertThat(pages.concernedBy(change(Link.Kind.ROUND, null))).hasSize(6);
    }

    @Test
    void closedPageHearsNothing() {
        LiveStream again = open("LIAISON", education, null);
        pages.remove(liaison);

        assertThat(pages.reachedBy(alert(UNIT, education, null))).containsOnlyKeys(again);
        assertThat(pages.concernedBy(change(Link.Kind.TASK, null, education))).doesNotContain(liaison);
        assertThat(pages.of(liaison.caller().subject())).isEmpty();
        assertThat(pages.count()).isEqualTo(6);
    }

    private LiveStream open(String role, @Nullable UUID unit, @Nullable UUID county) {
        Caller caller =
                new Caller(Ids.next().toString(), "某人", unit, null, county, Set.of(role), Set.of(), Set.of(), false);
        LiveStream stream = new LiveStream() {
            @Override
            public Caller caller() {
                return caller;
            }

            @Override
            public void send(String event, Object data) {}

            @Override
            public void ping() {}

            @Override
            public void end() {}
        };
        pages.add(stream, Viewer.of(caller));
        return stream;
    }

    private static Change change(Link.Kind kind, @Nullable UUID county, UUID... units) {
        return new Change(new Link(kind, Ids.next()), county, List.of(units));
    }

    private static Addressed alert(Audience audience, UUID unit, @Nullable UUID county) {
        return alert(audience, unit, county, null, null);
    }

    private static Addressed alert(
            Audience audience,
            @Nullable UUID unit,
            @Nullable UUID county,
            @Nullable String reader,
            @Nullable String cause) {
        Alert alert = new Alert(
                Ids.next(),
                AlertKind.TASK_ASSIGNED,
                "新任务",
                "请签收",
                LocalDate.of(2023, 3, 13),
                OffsetDateTime.of(2023, 3, 13, 9, 0, 0, 0, ZoneOffset.ofHours(8)),
                null,
                null,
                new Link(Link.Kind.TASK, Ids.next()),
                null);
        return new Addressed(alert, audience, unit, county, reader, cause);
    }
}
