package org.duban.meeting.conference;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.duban.kit.security.Caller;
import org.duban.kit.web.Cursor;
import org.duban.kit.web.Limit;
import org.duban.kit.web.Page;
import org.duban.meeting.conference.MeetingView.AgendaItemView;
import org.duban.meeting.conference.MeetingView.AttendanceView;
import org.duban.meeting.conference.MeetingView.ConsentView;
import org.duban.meeting.conference.MeetingView.MinutesView;
import org.duban.meeting.conference.MeetingView.RecipientView;
import org.duban.meeting.conference.MeetingView.ResolutionView;
import org.duban.meeting.contract.MeetingEvent.Form;
import org.duban.meeting.directory.ConsentRight;
import org.duban.meeting.directory.UnitRef;
import org.duban.meeting.directory.UnitRefs;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads whole pages of meetings, with agenda, attendance and minutes, in a handful of queries whatever the page's size. */
@Component
public class MeetingViews {

    private final JdbcClient jdbc;
    private final UnitRefs units;
    private final ConsentRight consentRight;
    private final Clock clock;

    MeetingViews(JdbcClient jdbc, UnitRefs units, ConsentRight consentRight, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.consentRight = consentRight;
        this.clock = clock;
    }

    private static final String MEETING = """
            select m.id, m.version, m.mechanism_id, n.name as mechanism_name, m.county_id, m.title, m.kind, m.form, m.cause,
                   m.starts_at, m.place, m.guests, m.state, m.requested_by, m.short_notice, m.cancel_reason,
                   m.consent_post_id, m.consent_title, m.consent_name, m.consent_at,
                   n.convener_post_id || n.delegate_post_ids as consenting_posts,
                   s.state as minutes_state, s.text as minutes_text, s.document_number, s.issued_on
            from meeting m
            join mechanism n on n.id = m.mechanism_id
            left join minutes s on s.meeting_id = m.id
            """;

    private static final String LIST = MEETING + "where " + MeetingSight.CONDITION + """
              and (cast(:mechanism as uuid) is null or m.mechanism_id = :mechanism)
              and (cast(:afterId as uuid) is null or (m.starts_at, m.id) < (:afterStart, :afterId))
            order by m.starts_at desc, m.id desc
            limit :limit
            """;

    /** Newest first. */
    public Page<MeetingView> list(@Nullable UUID mechanism, Caller caller, Limit limit, @Nullable Cursor cursor) {
        MeetingSight.Scope scope = MeetingSight.Scope.of(caller);
        List<MeetingRow> rows = jdbc.sql(LIST)
                .param("unit", scope.unit(), Types.OTHER)
                .param("countySeen", scope.county(), Types.OTHER)
                .param("mechanism", mechanism, Types.OTHER)
                .param("afterStart", cursor == null ? null : cursor.offsetDateTime(0), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("afterId", cursor == null ? null : cursor.uuid(1), Types.OTHER)
                .param("limit", limit.plusOne())
                .query((row, n) -> row(row))
                .list();
        Page<MeetingRow> page = Page.of(rows, limit, last -> Cursor.encode(last.startsAt(), last.id()));
        return new Page<>(views(page.items(), caller), page.next());
    }

    public MeetingView get(UUID id, Caller caller) {
        MeetingSight.Scope scope = MeetingSight.Scope.of(caller);
        List<MeetingRow> rows = jdbc.sql(MEETING + "where m.id = :id and " + MeetingSight.CONDITION)
                .param("id", id)
                .param("unit", scope.unit(), Types.OTHER)
                .param("countySeen", scope.county(), Types.OTHER)
                .query((row, n) -> row(row))
                .list();
        return views(rows, caller).stream().findFirst().orElseThrow(MeetingRefused::unknown);
    }

    private List<MeetingView> views(List<MeetingRow> meetings, Caller caller) {
        if (meetings.isEmpty()) {
            return List.of();
        }
        UUID[] ids = meetings.stream().map(MeetingRow::id).toArray(UUID[]::new);
        Map<UUID, List<AgendaRow>> agenda = children(AGENDA, ids, this::agendaRow);
        Map<UUID, List<AttendanceRow>> attendance = children(ATTENDANCE, ids, this::attendanceRow);
        Map<UUID, List<ResolutionRow>> resolutions = children(RESOLUTIONS, ids, this::resolutionRow);
        Map<UUID, List<RecipientRow>> recipients = children(RECIPIENTS, ids, this::recipientRow);
        Map<UUID, UnitRef> named = units.of(Stream.of(
                        meetings.stream().map(MeetingRow::requestedBy).filter(Objects::nonNull),
                        all(agenda).map(AgendaRow::proposedBy),
                        all(attendance).map(AttendanceRow::unit),
                        all(resolutions)
                                .flatMap(row -> Stream.concat(row.leads().stream(), row.cooperators().stream())),
                        all(recipients).map(RecipientRow::unit))
                .flatMap(ids2 -> ids2)
                .distinct()
                .toList());
        Set<UUID> posts = consentRight.posts(caller);
        return meetings.stream()
                .map(meeting -> new Assembly(
                                meeting,
                                agenda.getOrDefault(meeting.id(), List.of()),
                                attendance.getOrDefault(meeting.id(), List.of()),
                                resolutions.getOrDefault(meeting.id(), List.of()),
                                recipients.getOrDefault(meeting.id(), List.of()),
                                named,
                                posts,
                                caller)
                        .view())
                .toList();
    }

    private static <T> Stream<T> all(Map<UUID, List<T>> rows) {
        return rows.values().stream().flatMap(Collection::stream);
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private record Child<T>(UUID meeting, T row) {}

    private <T> Map<UUID, List<T>> children(String sql, UUID[] meetings, Reading<T> reading) {
        return jdbc
                .sql(sql)
                .param("meetings", meetings)
                .query((row, n) -> new Child<>(row.getObject("meeting_id", UUID.class), reading.of(row)))
                .list()
                .stream()
                .collect(groupingBy(Child::meeting, mapping(Child::row, toList())));
    }

    private record MeetingRow(
            UUID id,
            long version,
            UUID mechanism,
            String mechanismName,
            @Nullable UUID county,
            String title,
            Meeting.Kind kind,
            Form form,
            @Nullable String cause,
            OffsetDateTime startsAt,
            String place,
            List<String> guests,
            Meeting.State state,
            @Nullable UUID requestedBy,
            boolean shortNotice,
            @Nullable String cancelReason,
            @Nullable ConsentView consent,
            List<UUID> consentingPosts,
            @Nullable String minutesState,
            @Nullable String minutesText,
            @Nullable String documentNumber,
            @Nullable LocalDate issuedOn) {}

    private MeetingRow row(ResultSet row) throws SQLException {
        return new MeetingRow(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getObject("mechanism_id", UUID.class),
                row.getString("mechanism_name"),
                row.getObject("county_id", UUID.class),
                row.getString("title"),
                Meeting.Kind.valueOf(row.getString("kind")),
                Form.valueOf(row.getString("form")),
                row.getString("cause"),
                at(row, "starts_at"),
                row.getString("place"),
                Arrays.asList((String[]) row.getArray("guests").getArray()),
                Meeting.State.valueOf(row.getString("state")),
                row.getObject("requested_by", UUID.class),
                row.getBoolean("short_notice"),
                row.getString("cancel_reason"),
                consent(row),
                uuids(row, "consenting_posts"),
                row.getString("minutes_state"),
                row.getString("minutes_text"),
                row.getString("document_number"),
                row.getObject("issued_on", LocalDate.class));
    }

    private static final String AGENDA = """
            select meeting_id, id, topic, proposed_by, consent_post_id, consent_title, consent_name, consent_at
            from meeting_agenda_item where meeting_id = any(:meetings) order by meeting_id, ordinal
            """;

    private record AgendaRow(
            UUID id,
            String topic,
            UUID proposedBy,
            @Nullable ConsentView consent) {}

    private AgendaRow agendaRow(ResultSet row) throws SQLException {
        return new AgendaRow(
                row.getObject("id", UUID.class),
                row.getString("topic"),
                row.getObject("proposed_by", UUID.class),
                consent(row));
    }

    private static final String ATTENDANCE = """
            select meeting_id, unit_id, reply, deputy_name, reason, replied_at, attended
            from meeting_attendance where meeting_id = any(:meetings) order by meeting_id, ordinal
            """;

    private record AttendanceRow(
            UUID unit,
            @Nullable Reply reply,
            @Nullable String deputyName,
            @Nullable String reason,
            @Nullable OffsetDateTime repliedAt,
            @Nullable Boolean attended) {}

    private AttendanceRow attendanceRow(ResultSet row) throws SQLException {
        String reply = row.getString("reply");
        return new AttendanceRow(
                row.getObject("unit_id", UUID.class),
                reply == null ? null : Reply.valueOf(reply),
                row.getString("deputy_name"),
                row.getString("reason"),
                atOrNull(row, "replied_at"),
                row.getObject("attended", Boolean.class));
    }

    private static final String RESOLUTIONS = """
            select meeting_id, id, agenda_item_id, text, lead_unit_ids, cooperating_unit_ids, due_on, due_by_default
            from minutes_resolution where meeting_id = any(:meetings) order by meeting_id, ordinal
            """;

    private record ResolutionRow(
            UUID id,
            @Nullable UUID agendaItem,
            String text,
            List<UUID> leads,
            List<UUID> cooperators,
            @Nullable LocalDate dueOn,
            boolean dueByDefault) {}

    private ResolutionRow resolutionRow(ResultSet row) throws SQLException {
        return new ResolutionRow(
                row.getObject("id", UUID.class),
                row.getObject("agenda_item_id", UUID.class),
                row.getString("text"),
                uuids(row, "lead_unit_ids"),
                uuids(row, "cooperating_unit_ids"),
                row.getObject("due_on", LocalDate.class),
                row.getBoolean("due_by_default"));
    }

    private static final String RECIPIENTS = """
            select meeting_id, unit_id, received_at
            from minutes_recipient where meeting_id = any(:meetings) order by meeting_id, ordinal
            """;

    private record RecipientRow(UUID unit, @Nullable OffsetDateTime receivedAt) {}

    private RecipientRow recipientRow(ResultSet row) throws SQLException {
        return new RecipientRow(row.getObject("unit_id", UUID.class), atOrNull(row, "received_at"));
    }

    private @Nullable ConsentView consent(ResultSet row) throws SQLException {
        UUID post = row.getObject("consent_post_id", UUID.class);
        return post == null
                ? null
                : new ConsentView(
                        post, row.getString("consent_title"), row.getString("consent_name"), at(row, "consent_at"));
    }

    private OffsetDateTime at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class)
                .atZoneSameInstant(clock.getZone())
                .toOffsetDateTime();
    }

    private @Nullable OffsetDateTime atOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : at(row, column);
    }

    private static List<UUID> uuids(ResultSet row, String column) throws SQLException {
        return List.of((UUID[]) row.getArray(column).getArray());
    }

    /** Everything read about one meeting, on its way to one caller. */
    private record Assembly(
            MeetingRow meeting,
            List<AgendaRow> agenda,
            List<AttendanceRow> attendance,
            List<ResolutionRow> resolutions,
            List<RecipientRow> recipients,
            Map<UUID, UnitRef> units,
            Set<UUID> posts,
            Caller caller) {

        MeetingView view() {
            return new MeetingView(
                    meeting.id(),
                    meeting.version(),
                    meeting.mechanism(),
                    meeting.mechanismName(),
                    meeting.title(),
                    meeting.kind(),
                    meeting.form(),
                    meeting.cause(),
                    meeting.startsAt(),
                    meeting.place(),
                    meeting.guests(),
                    meeting.state(),
                    meeting.requestedBy() == null ? null : unit(meeting.requestedBy()),
                    meeting.shortNotice(),
                    meeting.cancelReason(),
                    meeting.consent(),
                    agendaViews(),
                    attendance.size(),
                    attendance.stream()
                            .filter(row -> shows(row.unit()))
                            .map(row -> new AttendanceView(
                                    unit(row.unit()),
                                    row.reply(),
                                    row.deputyName(),
                                    row.reason(),
                                    row.repliedAt(),
                                    row.attended()))
                            .toList(),
                    minutes(),
                    allowed());
        }

        private List<AgendaItemView> agendaViews() {
            var views = new ArrayList<AgendaItemView>();
            for (AgendaRow item : agenda) {
                views.add(new AgendaItemView(
                        item.id(), views.size() + 1, item.topic(), unit(item.proposedBy()), item.consent()));
            }
            return views;
        }

        private @Nullable MinutesView minutes() {
            String state = meeting.minutesState();
            String text = meeting.minutesText();
            boolean issued = meeting.state() == Meeting.State.MINUTES_ISSUED;
            if (state == null || text == null || !issued && !inCharge()) {
                return null;
            }
            var views = new ArrayList<ResolutionView>();
            for (ResolutionRow row : resolutions) {
                views.add(new ResolutionView(
                        row.id(),
                        views.size() + 1,
                        row.agendaItem(),
                        row.text(),
                        row.leads(),
                        row.cooperators(),
                        row.leads().stream().map(this::unit).toList(),
                        row.cooperators().stream().map(this::unit).toList(),
                        row.dueOn(),
                        row.dueByDefault()));
            }
            return new MinutesView(
                    state,
                    text,
                    meeting.documentNumber(),
                    meeting.issuedOn(),
                    views,
                    recipients.stream()
                            .filter(row -> shows(row.unit()))
                            .map(row -> new RecipientView(unit(row.unit()), row.receivedAt()))
                            .toList());
        }

        /** The city's staff, or the county's where the meeting is its own: they see the draft. */
        private boolean inCharge() {
            return caller.staff() && (caller.county() == null || caller.county().equals(meeting.county()));
        }

        private List<Action> allowed() {
            return Stream.of(Action.values())
                    .filter(action -> action.possibleIn(meeting.state()))
                    .filter(this::entitledTo)
                    .toList();
        }

        private boolean entitledTo(Action action) {
            if (!caller.may("meeting:write")) {
                return false;
            }
            boolean office = caller.has("SECRETARY") && inCharge();
            boolean consents = meeting.consentingPosts().stream().anyMatch(posts::contains);
            boolean invited = attendance.stream().anyMatch(row -> row.unit().equals(caller.unit()));
            return switch (action) {
                case CONSENT -> consents && meeting.consent() == null;
                case CONSENT_AGENDA_ITEM -> consents && agenda.stream().anyMatch(item -> item.consent() == null);
                case CHANGE, CANCEL, TAKE_ATTENDANCE, EDIT_MINUTES -> office;
                case ISSUE_MINUTES -> office && meeting.minutesState() != null;
                case PROPOSE_AGENDA_ITEM -> office || invited;
                case REPLY -> invited;
                case CONFIRM_RECEIPT ->
                    recipients.stream().anyMatch(row -> row.unit().equals(caller.unit()) && row.receivedAt() == null);
            };
        }

        private boolean shows(UUID unit) {
            return caller.sees(unit, unit(unit).countyId()) || unit.equals(caller.unit());
        }

        private UnitRef unit(UUID id) {
            UnitRef unit = units.get(id);
            if (unit == null) {
                throw new IllegalStateException("a unit of a meeting has gone: " + id);
            }
            return unit;
        }
    }

    /** A unit's attendance over a year (behaviours.md A7); only meetings whose attendance was taken count. */
    public record AbsenceRow(UnitRef unit, int invited, int attended, int deputies, int absent) {}

    public List<AbsenceRow> absences(int year, @Nullable UUID mechanism, Caller caller) {
        OffsetDateTime from =
                LocalDate.of(year, 1, 1).atStartOfDay(clock.getZone()).toOffsetDateTime();
        return jdbc
                .sql("select " + UnitRefs.COLUMNS + """
                        , count(*) as invited,
                          count(*) filter (where a.attended) as attended,
                          count(*) filter (where a.attended and a.reply = 'DEPUTY') as deputies,
                          count(*) filter (where not a.attended) as absent
                        from meeting_attendance a
                        join meeting m on m.id = a.meeting_id
                        join unit u on u.id = a.unit_id
                        left join county c on c.id = u.county_id
                        where a.attended is not null and m.starts_at >= :from and m.starts_at < :to
                          and (cast(:mechanism as uuid) is null or m.mechanism_id = :mechanism)
                        group by u.id, c.name
                        order by absent desc, u.short_name, u.id
                        """)
                .param("from", from.withOffsetSameInstant(ZoneOffset.UTC))
                .param("to", from.plusYears(1).withOffsetSameInstant(ZoneOffset.UTC))
                .param("mechanism", mechanism, Types.OTHER)
                .query((row, n) -> new AbsenceRow(
                        UnitRef.from(row),
                        row.getInt("invited"),
                        row.getInt("attended"),
                        row.getInt("deputies"),
                        row.getInt("absent")))
                .list()
                .stream()
                .filter(row -> caller.sees(row.unit().id(), row.unit().countyId()))
                .toList();
    }
}
