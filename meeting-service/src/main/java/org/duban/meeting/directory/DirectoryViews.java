package org.duban.meeting.directory;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.duban.kit.security.Caller;
import org.duban.kit.web.Cursor;
import org.duban.kit.web.Limit;
import org.duban.kit.web.Page;
import org.duban.meeting.contract.DirectoryEvent.Level;
import org.duban.meeting.contract.DirectoryEvent.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the directory shows. */
@Component
public class DirectoryViews {

    private final JdbcClient jdbc;
    private final Mechanisms mechanisms;
    private final UnitRefs refs;

    DirectoryViews(JdbcClient jdbc, Mechanisms mechanisms, UnitRefs refs) {
        this.jdbc = jdbc;
        this.mechanisms = mechanisms;
        this.refs = refs;
    }

    public record CountyRef(UUID id, String name) {}

    /** @param county null for the city's own units */
    public record UnitView(
            UUID id,
            String name,
            String shortName,
            List<String> aliases,
            Level level,
            @Nullable CountyRef county,
            boolean retired,
            long version) {}

    private static final String UNIT = """
            select u.id, u.name, u.short_name, u.aliases, u.level, u.county_id, c.name as county_name,
                   u.retired_on is not null as retired, u.version
            from unit u left join county c on c.id = u.county_id
            """;

    /** The city's own units first, then county by county. */
    private static final String UNITS = UNIT + """
            where (cast(:county as uuid) is null or u.county_id = :county)
              and (cast(:level as text) is null or u.level = :level)
              and (:retired or u.retired_on is null)
              and (cast(:q as text) is null or u.name like :q or u.short_name like :q
                   or exists (select 1 from unnest(u.aliases) alias where alias like :q))
              and (cast(:afterId as uuid) is null
                   or (coalesce(c.name, ''), u.short_name, u.id) > (:afterCounty, :afterName, :afterId))
            order by coalesce(c.name, ''), u.short_name, u.id
            limit :limit
            """;

    /** Which units are listed; what is null does not narrow. */
    public record UnitFilter(
            @Nullable UUID county,
            @Nullable Level level,
            @Nullable String q,
            boolean retired) {}

    public Page<UnitView> units(UnitFilter filter, Limit limit, @Nullable Cursor cursor) {
        List<UnitView> rows = jdbc.sql(UNITS)
                .param("county", filter.county(), java.sql.Types.OTHER)
                .param("level", filter.level() == null ? null : filter.level().name())
                .param("retired", filter.retired())
                .param("q", contains(filter.q()))
                .param("afterCounty", cursor == null ? null : cursor.text(0))
                .param("afterName", cursor == null ? null : cursor.text(1))
                .param("afterId", cursor == null ? null : cursor.uuid(2), java.sql.Types.OTHER)
                .param("limit", limit.plusOne())
                .query(DirectoryViews::unit)
                .list();
        return Page.of(
                rows,
                limit,
                last -> Cursor.encode(last.county() == null ? "" : last.county().name(), last.shortName(), last.id()));
    }

    public UnitView unit(UUID id) {
        return jdbc.sql(UNIT + "where u.id = :id")
                .param("id", id)
                .query(DirectoryViews::unit)
                .optional()
                .orElseThrow(DirectoryRefused::unitUnknown);
    }

    public List<UnitView> units(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, UnitView> found =
                jdbc.sql(UNIT + "where u.id in (:ids)").param("ids", ids).query(DirectoryViews::unit).list().stream()
                        .collect(toMap(UnitView::id, unit -> unit));
        return ids.stream().flatMap(id -> Stream.ofNullable(found.get(id))).toList();
    }

    private static UnitView unit(ResultSet row, int n) throws SQLException {
        UUID county = row.getObject("county_id", UUID.class);
        return new UnitView(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("short_name"),
                Arrays.asList((String[]) row.getArray("aliases").getArray()),
                Level.valueOf(row.getString("level")),
                county == null ? null : new CountyRef(county, row.getString("county_name")),
                row.getBoolean("retired"),
                row.getLong("version"));
    }

    /** @param email null also where the caller is not to see it, as is {@code phone} */
    public record Holder(
            UUID personId,
            String name,
            @Nullable String email,
            @Nullable String phone,
            LocalDate since) {}

    public record PostView(
            UUID id,
            UnitRef unit,
            String title,
            Role role,
            @Nullable Holder holder,
            long version) {}

    private static final String POST = "select " + UnitRefs.COLUMNS + """
            , p.id, p.title, p.role, p.version, t.person_id, h.name as person_name, h.email, h.phone, t.since
            from post p
            join unit u on u.id = p.unit_id
            left join county c on c.id = u.county_id
            left join post_tenure t on t.post_id = p.id and t.until is null
            left join person h on h.id = t.person_id
            """;

    private static final String POSTS = POST + """
            where (cast(:unit as uuid) is null or p.unit_id = :unit)
              and (cast(:afterId as uuid) is null or (p.title, p.id) > (:afterTitle, :afterId))
            order by p.title, p.id
            limit :limit
            """;

    /** Addresses and numbers are for staff, a county's within their county, and for the post's own unit. */
    public Page<PostView> posts(@Nullable UUID unit, Caller caller, Limit limit, @Nullable Cursor cursor) {
        List<PostView> rows = jdbc.sql(POSTS)
                .param("unit", unit, java.sql.Types.OTHER)
                .param("afterTitle", cursor == null ? null : cursor.text(0))
                .param("afterId", cursor == null ? null : cursor.uuid(1), java.sql.Types.OTHER)
                .param("limit", limit.plusOne())
                .query((row, n) -> post(row, caller))
                .list();
        return Page.of(rows, limit, last -> Cursor.encode(last.title(), last.id()));
    }

    public PostView post(UUID id, Caller caller) {
        return posts(List.of(id), caller).stream().findFirst().orElseThrow(DirectoryRefused::postUnknown);
    }

    private List<PostView> posts(List<UUID> ids, Caller caller) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(POST + "where p.id in (:ids)")
                        .param("ids", ids)
                        .query((row, n) -> post(row, caller))
                        .list();
    }

    private static PostView post(ResultSet row, Caller caller) throws SQLException {
        UnitRef unit = UnitRef.from(row);
        UUID person = row.getObject("person_id", UUID.class);
        boolean reachable =
                unit.id().equals(caller.unit()) || caller.staff() && caller.sees(unit.id(), unit.countyId());
        Holder holder = person == null
                ? null
                : new Holder(
                        person,
                        row.getString("person_name"),
                        reachable ? row.getString("email") : null,
                        reachable ? row.getString("phone") : null,
                        row.getObject("since", LocalDate.class));
        return new PostView(
                row.getObject("id", UUID.class),
                unit,
                row.getString("title"),
                Role.valueOf(row.getString("role")),
                holder,
                row.getLong("version"));
    }

    /** @param until first day that is no longer theirs; null while they hold the post */
    public record PastHolder(
            UUID personId,
            String name,
            LocalDate since,
            @Nullable LocalDate until) {}

    /** Newest first; on a day given, whoever held it that day (behaviours.md C7). */
    public List<PastHolder> holders(UUID post, @Nullable LocalDate on) {
        if (jdbc.sql("select id from post where id = :id")
                .param("id", post)
                .query(UUID.class)
                .optional()
                .isEmpty()) {
            throw DirectoryRefused.postUnknown();
        }
        return jdbc.sql("""
                        select t.person_id, h.name, t.since, t.until
                        from post_tenure t join person h on h.id = t.person_id
                        where t.post_id = :post
                          and (cast(:on as date) is null or (t.since <= :on and (t.until is null or t.until > :on)))
                        order by t.ordinal desc
                        """)
                .param("post", post)
                .param("on", on, java.sql.Types.DATE)
                .query(PastHolder.class)
                .list();
    }

    public record PersonView(
            UUID id,
            String name,
            @Nullable String email,
            @Nullable String phone,
            List<String> posts) {}

    /** People by name, with the posts they hold; a county's staff find those who hold or held a post in their county. */
    public List<PersonView> persons(@Nullable String q, Limit limit, Caller caller) {
        return jdbc.sql("""
                        select h.id, h.name, h.email, h.phone,
                               array(select u.short_name || p.title from post_tenure t
                                     join post p on p.id = t.post_id join unit u on u.id = p.unit_id
                                     where t.person_id = h.id and t.until is null
                                     order by u.short_name, p.title) as posts
                        from person h
                        where (cast(:q as text) is null or h.name like :q)
                          and (cast(:county as uuid) is null
                               or exists (select 1 from post_tenure t join post p on p.id = t.post_id
                                          join unit u on u.id = p.unit_id
                                          where t.person_id = h.id and u.county_id = :county))
                        order by h.name, h.id
                        limit :limit
                        """)
                .param("q", contains(q))
                .param("county", caller.county(), java.sql.Types.OTHER)
                .param("limit", limit.value())
                .query((row, n) -> new PersonView(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("phone"),
                        Arrays.asList((String[]) row.getArray("posts").getArray())))
                .list();
    }

    public record MemberView(
            UUID unitId, UnitRef unit, @Nullable String duty) {}

    public record MechanismView(
            UUID id,
            String name,
            UUID convenerPostId,
            List<UUID> delegatePostIds,
            UUID officeUnitId,
            PostView convener,
            List<PostView> delegates,
            UnitRef office,
            List<MemberView> members,
            Mechanism.Cadence cadence,
            int defaultDueDays,
            int requestNoticeDays,
            long version) {}

    public List<MechanismView> mechanisms(Caller caller) {
        return jdbc.sql("select id from mechanism order by name, id").query(UUID.class).list().stream()
                .map(id -> mechanism(id, caller))
                .toList();
    }

    public MechanismView mechanism(UUID id, Caller caller) {
        Mechanism mechanism = mechanisms.get(id);
        Mechanism.Order order = mechanism.order();
        Map<UUID, UnitRef> units =
                refs.of(Stream.concat(mechanism.memberUnits().stream(), Stream.of(mechanism.officeUnitId()))
                        .toList());
        Map<UUID, PostView> posts = posts(
                        Stream.concat(order.delegatePostIds().stream(), Stream.of(order.convenerPostId()))
                                .toList(),
                        caller)
                .stream()
                .collect(toMap(PostView::id, post -> post));
        return new MechanismView(
                id,
                order.name(),
                order.convenerPostId(),
                order.delegatePostIds(),
                order.officeUnitId(),
                known(posts, order.convenerPostId()),
                order.delegatePostIds().stream().map(post -> known(posts, post)).toList(),
                known(units, order.officeUnitId()),
                order.members().stream()
                        .map(member -> new MemberView(member.unitId(), known(units, member.unitId()), member.duty()))
                        .toList(),
                order.cadence(),
                order.defaultDueDays(),
                order.requestNoticeDays(),
                mechanism.version());
    }

    private static <T> T known(Map<UUID, T> all, UUID id) {
        return Optional.ofNullable(all.get(id)).orElseThrow();
    }

    private static @Nullable String contains(@Nullable String words) {
        if (words == null || words.isBlank()) {
            return null;
        }
        return "%" + words.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
