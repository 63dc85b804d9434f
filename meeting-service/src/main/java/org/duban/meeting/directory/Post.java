package org.duban.meeting.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.duban.kit.id.Ids;
import org.duban.meeting.contract.DirectoryEvent.PostState;
import org.duban.meeting.contract.DirectoryEvent.Role;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;

/** A post of a unit: work, alerts and rights belong to it, whoever holds it (behaviours.md C6). */
public class Post {

    private static final int EARLIEST = 1949;

    @Id
    private final UUID id;

    private final UUID unitId;
    private final String title;
    private Role role;

    @MappedCollection(idColumn = "post_id", keyColumn = "ordinal")
    private final List<Tenure> tenures;

    @Version
    private long version;

    @PersistenceCreator
    Post(UUID id, UUID unitId, String title, Role role, List<Tenure> tenures, long version) {
        this.id = id;
        this.unitId = unitId;
        this.title = title;
        this.role = role;
        this.tenures = new ArrayList<>(tenures);
        this.version = version;
    }

    static Post create(UUID unit, String title, Role role) {
        return new Post(Ids.next(), unit, Names.tidy(title), role, List.of(), 0);
    }

    /** False when that person holds it already. */
    boolean fill(UUID person, LocalDate since, LocalDate today) {
        Tenure current = current().orElse(null);
        if (current != null && current.personId().equals(person)) {
            return false;
        }
        end(since, today);
        tenures.add(new Tenure(person, since, null));
        return true;
    }

    /** False when nobody held it. */
    boolean vacate(LocalDate since, LocalDate today) {
        if (current().isEmpty()) {
            return false;
        }
        end(since, today);
        return true;
    }

    boolean serveAs(Role newRole) {
        boolean changed = role != newRole;
        role = newRole;
        return changed;
    }

    private void end(LocalDate day, LocalDate today) {
        if (day.isAfter(today)) {
            throw DirectoryRefused.sinceAhead();
        }
        if (day.getYear() < EARLIEST) {
            throw DirectoryRefused.sinceTooEarly();
        }
        if (!tenures.isEmpty()) {
            Tenure last = tenures.getLast();
            LocalDate earliest = last.until() == null ? last.since() : last.until();
            if (day.isBefore(earliest)) {
                throw DirectoryRefused.sinceBeforePredecessor();
            }
            if (last.until() == null) {
                tenures.removeLast();
                // Replaced on the first day: that tenure covers no day, so it never was.
                if (day.isAfter(last.since())) {
                    tenures.add(last.endingOn(day));
                }
            }
        }
    }

    Optional<Tenure> current() {
        return tenures.isEmpty() || tenures.getLast().until() != null
                ? Optional.empty()
                : Optional.of(tenures.getLast());
    }

    /** Who was responsible on a day (behaviours.md C7). */
    Optional<UUID> holderOn(LocalDate day) {
        return tenures.stream()
                .filter(tenure -> tenure.covers(day))
                .map(Tenure::personId)
                .findFirst();
    }

    PostState state() {
        return new PostState(id, unitId, title, role, version);
    }

    public UUID id() {
        return id;
    }

    public UUID unitId() {
        return unitId;
    }

    public String title() {
        return title;
    }

    public Role role() {
        return role;
    }

    public long version() {
        return version;
    }
}
