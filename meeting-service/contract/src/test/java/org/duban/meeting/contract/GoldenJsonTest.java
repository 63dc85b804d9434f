package org.duban.meeting.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.meeting.contract.DirectoryEvent.County;
import org.duban.meeting.contract.DirectoryEvent.Level;
import org.duban.meeting.contract.DirectoryEvent.MechanismState;
import org.duban.meeting.contract.DirectoryEvent.Person;
import org.duban.meeting.contract.DirectoryEvent.PostState;
import org.duban.meeting.contract.DirectoryEvent.Role;
import org.duban.meeting.contract.DirectoryEvent.UnitState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What travels, byte for byte: {@code golden/<type>.json}. A new field must be optional; anything else is a new version of the
 * type. {@code -Dgolden.write=true} writes the files anew.
 */
class GoldenJsonTest {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private static final UUID MEETING = id(1);
    private static final UUID UNIT = id(11);
    private static final UUID OTHER_UNIT = id(12);
    private static final UUID POST = id(21);
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-25T09:00:00+08:00");
    private static final LocalDate DAY = LocalDate.parse("2026-11-25");

    private static final UnitState STATE =
            new UnitState(UNIT, "云安县卫生健康局", "县卫生健康局", List.of("县卫健局"), Level.COUNTY, new County(id(31), "云安县"), 1);
    private static final UnitState OF_CITY =
            new UnitState(OTHER_UNIT, "云江市财政局", "市财政局", List.of(), Level.CITY, null, 2);
    private static final PostState POST_STATE = new PostState(POST, UNIT, "联络员", Role.LIAISON, 3);
    private static final MechanismState MECHANISM =
            new MechanismState(id(41), "中医药工作联席会议", UNIT, List.of(UNIT, OTHER_UNIT), 1);

    static List<DirectoryEvent> directoryEvents() {
        return List.of(
                new DirectoryEvent.UnitRegistered(STATE),
                new DirectoryEvent.UnitChanged(OF_CITY),
                new DirectoryEvent.UnitRetired(STATE),
                new DirectoryEvent.PostFilled(POST_STATE, new Person(id(51), "周明", "zhou@example.org", null), DAY),
                new DirectoryEvent.PostVacated(POST_STATE, DAY),
                new DirectoryEvent.MechanismEstablished(MECHANISM),
                new DirectoryEvent.MechanismChanged(MECHANISM),
                new DirectoryEvent.MechanismDissolved(MECHANISM));
    }

    static List<MeetingEvent> meetingEvents() {
        List<UUID> units = List.of(UNIT, OTHER_UNIT);
        return List.of(
                new MeetingEvent.MeetingConvened(
                        MEETING, 1, id(41), "第四季度例会", AT, "县政府二号会议室", units, MeetingEvent.Form.PLENARY),
                new MeetingEvent.MeetingChanged(MEETING, 2, "第四季度例会", AT, "县政府三号会议室", units),
                new MeetingEvent.MeetingCancelled(MEETING, 3, "第四季度例会", "与县委会议冲突", units),
                new MeetingEvent.AgendaItemConsented(MEETING, 4, id(61), "中医馆建设资金", POST),
                new MeetingEvent.MinutesIssued(
                        MEETING,
                        5,
                        "第四季度例会",
                        "联席会议纪要〔2026〕4号",
                        DAY,
                        List.of(
                                new MeetingEvent.Resolution(
                                        id(71),
                                        1,
                                        "落实中医馆建设资金",
                                        List.of(UNIT),
                                        List.of(OTHER_UNIT),
                                        DAY.plusDays(30),
                                        false),
                                new MeetingEvent.Resolution(
                                        id(72), 2, "梳理适宜技术清单", List.of(UNIT), List.of(), DAY.plusDays(14), true)),
                        units),
                new MeetingEvent.ReceiptRecorded(MEETING, 6, UNIT, AT),
                new MeetingEvent.ResolutionExcused(MEETING, 7, id(72), UNIT, "职能已划转"),
                new MeetingEvent.PlenaryOwed(id(41), "中医药工作联席会议", UNIT, id(31), 2026, LocalDate.parse("2026-10-01")));
    }

    @ParameterizedTest
    @MethodSource("directoryEvents")
    void directoryEventTravelsAsItsGoldenJson(DirectoryEvent event) {
        travels(event, DirectoryEvent.TYPES);
    }

    @ParameterizedTest
    @MethodSource("meetingEvents")
    void meetingEventTravelsAsItsGoldenJson(MeetingEvent event) {
        travels(event, MeetingEvent.TYPES);
    }

    @Test
    void everyEventHasOneTypeAndASampleHere() {
        listed(DirectoryEvent.class, DirectoryEvent.TYPES, directoryEvents());
        listed(MeetingEvent.class, MeetingEvent.TYPES, meetingEvents());
    }

    @Test
    void aReaderIgnoresFieldsThatItDoesNotKnow() {
        var read = MAPPER.readValue("""
                {"post": {"id": "%s", "unitId": "%s", "title": "联络员", "role": "LIAISON", "version": 3, "floor": 4},
                 "since": "2026-11-25"}
                """.formatted(POST, UNIT), DirectoryEvent.PostVacated.class);
        assertThat(read).isEqualTo(new DirectoryEvent.PostVacated(POST_STATE, DAY));
    }

    @Test
    void keysKeepInOrderWhatMustStayInOrder() {
        assertThat(directoryEvents().stream().map(DirectoryEvent::key))
                .containsExactly(
                        UNIT.toString(),
                        OTHER_UNIT.toString(),
                        UNIT.toString(),
                        POST.toString(),
                        POST.toString(),
                        id(41).toString(),
                        id(41).toString(),
                        id(41).toString());
        assertThat(meetingEvents())
                .allSatisfy(event -> assertThat(event.key())
                        .isEqualTo((event instanceof MeetingEvent.PlenaryOwed ? id(41) : MEETING).toString()));
    }

    private static <E> void travels(E event, Map<String, Class<? extends E>> types) {
        String type = types.entrySet().stream()
                .filter(entry -> entry.getValue() == event.getClass())
                .map(Map.Entry::getKey)
                .collect(Collectors.joining());
        String written = MAPPER.writeValueAsString(event) + "\n";
        String golden = golden(type, written);
        assertThat(written).isEqualTo(golden);
        assertThat(MAPPER.readValue(golden, event.getClass())).isEqualTo(event);
    }

    private static <E> void listed(Class<E> root, Map<String, Class<? extends E>> types, List<E> samples) {
        Set<Class<?>> permitted = leaves(root).collect(Collectors.toSet());
        assertThat(types.values())
                .hasSize(permitted.size())
                .allMatch(permitted::contains)
                .doesNotHaveDuplicates();
        assertThat(samples.stream().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(permitted);
        assertThat(types.keySet()).allMatch(name -> name.matches("duban\\.[a-z]+\\.[a-z-]+\\.v\\d+"));
    }

    private static Stream<Class<?>> leaves(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .flatMap(kind -> kind.isSealed() ? leaves(kind) : Stream.of(kind));
    }

    private static String golden(String type, String written) {
        Path file = Path.of("src/test/resources/golden", type + ".json");
        try {
            if (Boolean.getBoolean("golden.write")) {
                Files.writeString(file, written);
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException("no golden JSON for " + type, missing);
        }
    }

    private static UUID id(int number) {
        return UUID.fromString("01900000-0000-7000-8000-%012d".formatted(number));
    }
}
