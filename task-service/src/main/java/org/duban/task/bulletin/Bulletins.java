package org.duban.task.bulletin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.duban.task.bulletin.Bulletin.Issue;
import org.duban.task.calendar.Cadence;
import org.duban.task.calendar.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Bulletins as they are kept: what people wrote, and of an issued one its facts. */
@Repository
class Bulletins {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Bulletins(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A round, as far as its bulletin needs it. */
    record Of(
            UUID round,
            UUID plan,
            String planTitle,
            @Nullable UUID county,
            Period period) {}

    Optional<Of> round(UUID id) {
        return jdbc.sql("""
                        select o.id, o.plan_id, p.title, o.county_id, o.cadence, o.period from round o join plan p on p.id = o.plan_id
                        where o.id = :id
                        """)
                .param("id", id)
                .query((row, number) -> new Of(
                        id,
                        row.getObject("plan_id", UUID.class),
                        row.getString("title"),
                        row.getObject("county_id", UUID.class),
                        new Period(
                                Cadence.valueOf(row.getString("cadence")), row.getObject("period", LocalDate.class))))
                .optional();
    }

    /** @param facts null while it is a draft */
    record Kept(
            long version,
            Texts texts,
            @Nullable Facts facts,
            @Nullable Issue issue) {}

    /** @param locking holds the row until the transaction ends */
    Optional<Kept> kept(UUID round, boolean locking) {
        return jdbc.sql("select * from bulletin where round_id = :round" + (locking ? " for update" : ""))
                .param("round", round)
                .query((row, number) -> kept(row))
                .optional();
    }

    private Kept kept(ResultSet row) throws SQLException {
        String facts = row.getString("facts");
        String number = row.getString("number");
        return new Kept(
                row.getLong("version"),
                new Texts(
                        row.getString("title"),
                        row.getString("addressee"),
                        texts(row, "copied_to"),
                        row.getString("opening"),
                        row.getString("remarks"),
                        row.getString("demands"),
                        texts(row, "sections").stream().map(Section::valueOf).toList()),
                facts == null ? null : json.readValue(facts, Facts.class),
                number == null
                        ? null
                        : new Issue(number, row.getObject("issued_on", LocalDate.class), row.getString("issued_by")));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    /** So that two who begin a bulletin at once find one row to wait for. */
    void begin(Of of, Texts draft, String by, OffsetDateTime at) {
        jdbc.sql("""
                        insert into bulletin (round_id, plan_id, county_id, period, state, title, addressee, copied_to, opening,
                                              remarks, demands, sections, updated_at, updated_by, version)
                        values (:round, :plan, :county, :period, 'DRAFT', :title, :addressee, '{}', :opening, '', :demands,
                                :sections, :at, :by, 0)
                        on conflict do nothing
                        """)
                .param("round", of.round())
                .param("plan", of.plan())
                .param("county", of.county(), Types.OTHER)
                .param("period", of.period().first())
                .param("title", draft.title())
                .param("addressee", draft.addressee())
                .param("opening", draft.opening())
                .param("demands", draft.demands())
                .param("sections", sections(draft))
                .param("at", at)
                .param("by", by)
                .update();
    }

    void save(Bulletin bulletin, String by, OffsetDateTime at) {
        Issue issue = bulletin.issue();
        Texts texts = bulletin.texts();
        jdbc.sql("""
                        update bulletin
                        set state = :state, title = :title, addressee = :addressee, copied_to = :copiedTo,
                            opening = :opening, remarks = :remarks, demands = :demands, sections = :sections,
                            facts = :facts::jsonb, number = :number, issued_on = :issuedOn, issued_by = :issuedBy,
                            updated_at = :at, updated_by = :by, version = :version
                        where round_id = :round
                        """)
                .param("state", issue == null ? "DRAFT" : "ISSUED")
                .param("title", texts.title())
                .param("addressee", texts.addressee())
                .param("copiedTo", texts.copiedTo().toArray(String[]::new))
                .param("opening", texts.opening())
                .param("remarks", texts.remarks())
                .param("demands", texts.demands())
                .param("sections", sections(texts))
                .param("facts", issue == null ? null : json.writeValueAsString(bulletin.facts()), Types.VARCHAR)
                .param("number", issue == null ? null : issue.number(), Types.VARCHAR)
                .param("issuedOn", issue == null ? null : issue.on(), Types.DATE)
                .param("issuedBy", issue == null ? null : issue.by(), Types.VARCHAR)
                .param("at", at)
                .param("by", by)
                .param("version", bulletin.version())
                .param("round", bulletin.roundId())
                .update();
    }

    private static String[] sections(Texts texts) {
        return texts.sections().stream().map(Enum::name).toArray(String[]::new);
    }

    /** Whether a unit of the caller's sight was asked in the round: to them an issued bulletin is addressed. */
    boolean concerns(UUID round, Period period, String condition, Map<String, Object> params) {
        return jdbc.sql("""
                        select exists (select from report r where r.round_id = :round and r.period = :period and %s)
                        """.formatted(condition))
                .param("round", round)
                .param("period", period.first())
                .params(params)
                .query(Boolean.class)
                .single();
    }
}
