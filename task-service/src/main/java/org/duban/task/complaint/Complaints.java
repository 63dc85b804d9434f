package org.duban.task.complaint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.duban.kit.id.Ids;
import org.duban.task.complaint.Complaint.Answer;
import org.duban.task.complaint.Complaint.Given;
import org.duban.task.complaint.Complaint.Handler;
import org.duban.task.complaint.Complaint.Number;
import org.duban.task.complaint.Complaint.Rating;
import org.duban.task.contract.ComplaintEvent.Kind;
import org.duban.task.ledger.BusinessTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Complaints as the database keeps them, with what was done to them. */
@Repository
class Complaints {

    private final JdbcClient jdbc;

    Complaints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    byte[] secret() {
        return jdbc.sql("select secret from feedback_secret")
                .query((row, n) -> row.getBytes(1))
                .single();
    }

    /** Finds and holds the complaint until the transaction ends, so that of two decisions the second sees the first. */
    Optional<Complaint> locked(UUID id) {
        return jdbc.sql("select * from complaint where id = :id for update")
                .param("id", id)
                .query(Complaints::complaint)
                .optional();
    }

    Optional<Complaint> find(UUID id) {
        return jdbc.sql("select * from complaint where id = :id")
                .param("id", id)
                .query(Complaints::complaint)
                .optional();
    }

    Optional<UUID> byCode(byte[] hash) {
        return jdbc.sql("select id from complaint where code_hash = :hash")
                .param("hash", hash)
                .query(UUID.class)
                .optional();
    }

    record Filed(byte[] codeHash, Kind kind, int year, int number, String content) {}

    /** What was filed under a challenge already. Of two who ask at once the second waits until the first has filed. */
    Optional<Filed> byChallenge(byte[] hash) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(encode(:hash, 'hex'), 0))::text")
                .param("hash", hash)
                .query(String.class)
                .single();
        return jdbc.sql("select code_hash, kind, year, number, content from complaint where challenge_hash = :hash")
                .param("hash", hash)
                .query((row, n) -> new Filed(
                        row.getBytes("code_hash"),
                        Kind.valueOf(row.getString("kind")),
                        row.getInt("year"),
                        row.getInt("number"),
                        row.getString("content")))
                .optional();
    }

    Number next(int year) {
        int number = jdbc.sql("""
                        insert into complaint_number (year, last) values (:year, 1)
                        on conflict (year) do update set last = complaint_number.last + 1
                        returning last
                        """).param("year", year).query(Integer.class).single();
        return new Number(year, number);
    }

    void add(Complaint filed, NewComplaint asked, byte[] codeHash, byte[] challengeHash, OffsetDateTime at) {
        jdbc.sql("""
                        insert into complaint (id, version, kind, year, number, county_id, subject_unit_id, content,
                            code_hash, challenge_hash, state, received_at, updated_at)
                        values (:id, :version, :kind, :year, :number, :county, :subject, :content, :code, :challenge,
                            :state, :at, :at)
                        """)
                .param("id", filed.id())
                .param("version", filed.version())
                .param("kind", filed.kind().name())
                .param("year", filed.number().year())
                .param("number", filed.number().value())
                .param("county", filed.countyId(), Types.OTHER)
                .param("subject", asked.subjectUnitId(), Types.OTHER)
                .param("content", asked.content())
                .param("code", codeHash)
                .param("challenge", challengeHash)
                .param("state", filed.state().name())
                .param("at", at)
                .update();
        if (asked.contactName() != null || asked.contactPhone() != null) {
            jdbc.sql("insert into complaint_contact (complaint_id, name, phone) values (:id, :name, :phone)")
                    .param("id", filed.id())
                    .param("name", asked.contactName(), Types.VARCHAR)
                    .param("phone", asked.contactPhone(), Types.VARCHAR)
                    .update();
        }
    }

    /** Writes what a decision changed. The caller holds the lock on the row. */
    void save(Complaint complaint, OffsetDateTime at) {
        Handler handler = complaint.handler();
        Given given = complaint.given();
        Answer answer = complaint.answer();
        Rating rating = complaint.rating();
        jdbc.sql("""
                        update complaint
                        set version = :version, state = :state, handler = :handler, handler_name = :handlerName,
                            unit_id = :unit, unit_county_id = :unitCounty, given_on = :givenOn, due_on = :dueOn,
                            answer = :answer, submitted_on = :submittedOn, answered_on = :answeredOn, reason = :reason,
                            rating = :rating, rating_words = :ratingWords, rated_on = :ratedOn, updated_at = :at
                        where id = :id
                        """)
                .param("version", complaint.version())
                .param("state", complaint.state().name())
                .param("handler", handler == null ? null : handler.subject(), Types.VARCHAR)
                .param("handlerName", handler == null ? null : handler.name(), Types.VARCHAR)
                .param("unit", given == null ? null : given.unitId(), Types.OTHER)
                .param("unitCounty", given == null ? null : given.unitCountyId(), Types.OTHER)
                .param("givenOn", given == null ? null : given.on(), Types.DATE)
                .param("dueOn", given == null ? null : given.dueOn(), Types.DATE)
                .param("answer", answer == null ? null : answer.words(), Types.VARCHAR)
                .param("submittedOn", answer == null ? null : answer.submittedOn(), Types.DATE)
                .param("answeredOn", answer == null ? null : answer.answeredOn(), Types.DATE)
                .param("reason", complaint.reason(), Types.VARCHAR)
                .param("rating", rating == null ? null : rating.stars(), Types.INTEGER)
                .param("ratingWords", rating == null ? null : rating.words(), Types.VARCHAR)
                .param("ratedOn", rating == null ? null : rating.on(), Types.DATE)
                .param("at", at)
                .param("id", complaint.id())
                .update();
    }

    void note(
            UUID complaint,
            OffsetDateTime at,
            String by,
            @Nullable String byUnit,
            ComplaintAction action,
            @Nullable String words) {
        jdbc.sql("""
                        insert into complaint_history (id, complaint_id, at, by_name, by_unit, action, words)
                        values (:id, :complaint, :at, :by, :unit, :action, :words)
                        """)
                .param("id", Ids.next())
                .param("complaint", complaint)
                .param("at", at)
                .param("by", by)
                .param("unit", byUnit, Types.VARCHAR)
                .param("action", action.name())
                .param("words", words, Types.VARCHAR)
                .update();
    }

    Optional<ComplaintContact> contact(UUID complaint) {
        return jdbc.sql("select name, phone from complaint_contact where complaint_id = :id")
                .param("id", complaint)
                .query(ComplaintContact.class)
                .optional();
    }

    private static Complaint complaint(ResultSet row, int n) throws SQLException {
        String handler = row.getString("handler");
        UUID unit = row.getObject("unit_id", UUID.class);
        String answer = row.getString("answer");
        Integer rating = row.getObject("rating", Integer.class);
        return new Complaint(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                Kind.valueOf(row.getString("kind")),
                new Number(row.getInt("year"), row.getInt("number")),
                row.getObject("county_id", UUID.class),
                BusinessTime.at(row.getObject("received_at", OffsetDateTime.class))
                        .toLocalDate(),
                ComplaintState.valueOf(row.getString("state")),
                handler == null ? null : new Handler(handler, row.getString("handler_name")),
                unit == null
                        ? null
                        : new Given(
                                unit,
                                row.getObject("unit_county_id", UUID.class),
                                row.getObject("given_on", LocalDate.class),
                                row.getObject("due_on", LocalDate.class)),
                answer == null
                        ? null
                        : new Answer(
                                answer,
                                row.getObject("submitted_on", LocalDate.class),
                                row.getObject("answered_on", LocalDate.class)),
                row.getString("reason"),
                rating == null
                        ? null
                        : new Rating(
                                rating, row.getString("rating_words"), row.getObject("rated_on", LocalDate.class)));
    }
}
