package org.duban.task.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.duban.kit.id.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files and what they were handed in with, as the database keeps them. */
@Repository
class EvidenceBooks {

    enum State {
        /** waits for the head of the unit */
        PENDING,
        CURRENT,
        /** was handed in earlier */
        PAST
    }

    /** @param countyId null for the city's own units */
    record Kept(EvidenceFile file, UUID unitId, @Nullable UUID countyId) {}

    /** What a submission belongs to. */
    record Subject(
            EvidenceKind kind, UUID id, UUID unit, @Nullable UUID county) {}

    record Use(EvidenceKind kind, UUID subjectId, UUID unitId, State state) {}

    private record Line(UUID submission, UUID unit, OffsetDateTime at, String by, State state, EvidenceFile file) {}

    private final JdbcClient jdbc;

    EvidenceBooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends, the content is not removed by anybody who finds that nothing names it. */
    void hold(String sha256) {
        lock("pg_advisory_xact_lock_shared", sha256);
    }

    /** Until the transaction ends, nobody begins to name the content. */
    void holdAlone(String sha256) {
        lock("pg_advisory_xact_lock", sha256);
    }

    private void lock(String how, String sha256) {
        jdbc.sql("select " + how + "(:lock)::text")
                .param("lock", Long.parseUnsignedLong(sha256.substring(0, 16), 16))
                .query(String.class)
                .optional();
    }

    boolean named(String sha256) {
        return jdbc.sql("select exists (select from evidence where sha256 = :sha256)")
                .param("sha256", sha256)
                .query(Boolean.class)
                .single();
    }

    /** Until the transaction ends, nobody else adds a file of the unit: so many as may be loose are counted, not guessed. */
    void holdLoose(UUID unit) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('loose evidence'), hashtext(:unit))::text")
                .param("unit", unit.toString())
                .query(String.class)
                .optional();
    }

    int loose(UUID unit) {
        return jdbc.sql("select count(*) from evidence where unit_id = :unit and loose_since is not null")
                .param("unit", unit)
                .query(Integer.class)
                .single();
    }

    void add(EvidenceFile file, UUID unit, @Nullable UUID county) {
        jdbc.sql("""
                        insert into evidence (id, unit_id, county_id, name, type, size, sha256, uploaded_at, uploaded_by,
                                              loose_since)
                        values (:id, :unit, :county, :name, :type, :size, :sha256, :at, :by, :at)
                        """)
                .param("id", file.id())
                .param("unit", unit)
                .param("county", county, Types.OTHER)
                .param("name", file.name())
                .param("type", file.type().name())
                .param("size", file.size())
                .param("sha256", file.sha256())
                .param("at", file.uploadedAt())
                .param("by", file.uploadedBy())
                .update();
    }

    Optional<Kept> find(UUID id) {
        return jdbc.sql("select * from evidence where id = :id")
                .param("id", id)
                .query((row, n) -> kept(row))
                .optional();
    }

    /** Those of the unit that are still there, none of which is swept until the transaction ends. */
    List<EvidenceFile> held(Collection<UUID> ids, UUID unit) {
        return jdbc.sql("select * from evidence where id in (:ids) and unit_id = :unit order by id for update")
                .param("ids", ids)
                .param("unit", unit)
                .query((row, n) -> kept(row).file())
                .list();
    }

    List<Use> uses(UUID id) {
        return jdbc.sql("select distinct kind, subject_id, unit_id, state from evidence_use where evidence_id = :id")
                .param("id", id)
                .query((row, n) -> new Use(
                        EvidenceKind.valueOf(row.getString("kind")),
                        row.getObject("subject_id", UUID.class),
                        row.getObject("unit_id", UUID.class),
                        State.valueOf(row.getString("state"))))
                .list();
    }

    void use(Subject subject, List<EvidenceFile> files, State state, String by, OffsetDateTime at) {
        var submission = Ids.next();
        for (int place = 0; place < files.size(); place++) {
            var file = files.get(place).id();
            jdbc.sql("""
                            insert into evidence_use (submission_id, evidence_id, place, kind, subject_id, unit_id, county_id,
                                                      state, submitted_at, submitted_by)
                            values (:submission, :file, :place, :kind, :subject, :unit, :county, :state, :at, :by)
                            """)
                    .param("submission", submission)
                    .param("file", file)
                    .param("place", place)
                    .param("kind", subject.kind().name())
                    .param("subject", subject.id())
                    .param("unit", subject.unit())
                    .param("county", subject.county(), Types.OTHER)
                    .param("state", state.name())
                    .param("at", at)
                    .param("by", by)
                    .update();
            jdbc.sql("update evidence set loose_since = null, county_id = :county where id = :file")
                    .param("county", subject.county(), Types.OTHER)
                    .param("file", file)
                    .update();
        }
    }

    /** @return the files in the order in which they were handed in */
    List<EvidenceFile> files(Subject subject, State state) {
        return lines(subject.kind(), subject.id()).stream()
                .filter(line -> line.unit.equals(subject.unit()) && line.state == state)
                .map(Line::file)
                .toList();
    }

    /** What counted until now was handed in earlier from now on. */
    void pass(Subject subject) {
        jdbc.sql("""
                        update evidence_use set state = 'PAST'
                        where subject_id = :subject and kind = :kind and unit_id = :unit and state = 'CURRENT'
                        """)
                .param("subject", subject.id())
                .param("kind", subject.kind().name())
                .param("unit", subject.unit())
                .update();
    }

    /** Forgets what stood so; files that nothing else names are loose from then on. */
    void drop(Subject subject, State state, OffsetDateTime at) {
        var files = jdbc.sql("""
                        delete from evidence_use
                        where subject_id = :subject and kind = :kind and unit_id = :unit and state = :state
                        returning evidence_id
                        """)
                .param("subject", subject.id())
                .param("kind", subject.kind().name())
                .param("unit", subject.unit())
                .param("state", state.name())
                .query(UUID.class)
                .list();
        loosen(files, at);
    }

    private void loosen(List<UUID> files, OffsetDateTime at) {
        if (!files.isEmpty()) {
            jdbc.sql("""
                            update evidence e set loose_since = :at
                            where e.id in (:files)
                              and not exists (select from evidence_use u where u.evidence_id = e.id)
                            """).param("files", files).param("at", at).update();
        }
    }

    /** What files wait with for the head of the unit. */
    List<UUID> waiting(EvidenceKind kind) {
        return jdbc.sql("select distinct subject_id from evidence_use where kind = :kind and state = 'PENDING'")
                .param("kind", kind.name())
                .query(UUID.class)
                .list();
    }

    /** Forgets what waited with it, of whichever unit; files that nothing else names are loose from then on. */
    void dropWaiting(EvidenceKind kind, UUID subject, OffsetDateTime at) {
        loosen(
                jdbc.sql("""
                        delete from evidence_use
                        where subject_id = :subject and kind = :kind and state = 'PENDING'
                        returning evidence_id
                        """)
                        .param("subject", subject)
                        .param("kind", kind.name())
                        .query(UUID.class)
                        .list(),
                at);
    }

    /** Newest first. */
    List<EvidenceSubmission> submissions(EvidenceKind kind, UUID subject) {
        return lines(kind, subject).stream()
                .filter(line -> line.state != State.PENDING)
                .collect(java.util.stream.Collectors.groupingBy(
                        Line::submission, java.util.LinkedHashMap::new, java.util.stream.Collectors.toList()))
                .values()
                .stream()
                .map(lines -> new EvidenceSubmission(
                        lines.getFirst().unit,
                        lines.getFirst().at,
                        lines.getFirst().by,
                        lines.getFirst().state == State.CURRENT,
                        lines.stream().map(Line::file).toList()))
                .toList();
    }

    private List<Line> lines(EvidenceKind kind, UUID subject) {
        return jdbc.sql("""
                        select e.*, u.submission_id, u.unit_id as by_unit, u.state, u.submitted_at, u.submitted_by
                        from evidence_use u join evidence e on e.id = u.evidence_id
                        where u.subject_id = :subject and u.kind = :kind
                        order by u.submission_id desc, u.place
                        """)
                .param("subject", subject)
                .param("kind", kind.name())
                .query((row, n) -> new Line(
                        row.getObject("submission_id", UUID.class),
                        row.getObject("by_unit", UUID.class),
                        EvidenceFiles.at(row.getObject("submitted_at", OffsetDateTime.class)),
                        row.getString("submitted_by"),
                        State.valueOf(row.getString("state")),
                        kept(row).file()))
                .list();
    }

    /** Removes those that have been loose too long, as many as named; what is being handed in at the moment is left alone. */
    List<EvidenceFile> sweep(OffsetDateTime before, int most) {
        return jdbc.sql("""
                        delete from evidence
                        where id in (
                            select id from evidence
                            where loose_since < :before
                              and not exists (select from evidence_use u where u.evidence_id = evidence.id)
                            order by id
                            limit :most
                            for update skip locked)
                        returning *
                        """)
                .param("before", before)
                .param("most", most)
                .query((row, n) -> kept(row).file())
                .list();
    }

    /** Those of the contents that no file is. */
    List<String> unnamed(List<String> contents) {
        return jdbc.sql("""
                        select content from unnest(cast(:contents as text[])) content
                        where not exists (select from evidence where sha256 = content)
                        """)
                .param("contents", contents.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                new EvidenceFile(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        EvidenceType.valueOf(row.getString("type")),
                        row.getLong("size"),
                        row.getString("sha256"),
                        EvidenceFiles.at(row.getObject("uploaded_at", OffsetDateTime.class)),
                        row.getString("uploaded_by")),
                row.getObject("unit_id", UUID.class),
                row.getObject("county_id", UUID.class));
    }
}
