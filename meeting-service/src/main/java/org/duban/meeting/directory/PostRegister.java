package org.duban.meeting.directory;

import static org.springframework.transaction.annotation.Propagation.MANDATORY;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.duban.kit.audit.AuditTrail;
import org.duban.kit.security.Caller;
import org.duban.kit.web.Refusal;
import org.duban.meeting.contract.DirectoryEvent.PostFilled;
import org.duban.meeting.contract.DirectoryEvent.PostVacated;
import org.duban.meeting.contract.DirectoryEvent.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Posts, and the succession of their holders. */
@Service
public class PostRegister {

    private final Posts posts;
    private final Persons persons;
    private final Units units;
    private final DirectoryEvents events;
    private final AuditTrail audit;
    private final Clock clock;

    PostRegister(Posts posts, Persons persons, Units units, DirectoryEvents events, AuditTrail audit, Clock clock) {
        this.posts = posts;
        this.persons = persons;
        this.units = units;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Post create(UUID unit, String title, Role role, Caller by) {
        return create(unit, title, role, null, null, by);
    }

    private Post create(
            UUID unit, String title, Role role, @Nullable Candidate candidate, @Nullable LocalDate since, Caller by) {
        requireMayAppoint(role, by);
        // The unit's row queues those who would create the same post.
        requireLiving(unit, by);
        Post post = Post.create(unit, title, role);
        if (post.title().isEmpty()) {
            throw DirectoryRefused.postUntitled();
        }
        if (posts.findByUnitIdAndTitle(unit, post.title()).isPresent()) {
            throw DirectoryRefused.postExists(post.title());
        }
        if (candidate == null) {
            return added(post);
        }
        LocalDate today = LocalDate.now(clock);
        Person person = personOf(candidate, unit);
        post.fill(person.id(), since == null ? today : since, today);
        List<Post> others = person.reachedBy(candidate.email(), candidate.phone()) ? othersOf(person, post) : List.of();
        requireMayReach(others, by);
        persons.save(person);
        Post saved = added(post);
        others.forEach(other -> tell(posts.save(other)));
        return saved;
    }

    /**
     * Whoever holds the post now hands over on the day {@code since}; today when null.
     *
     * @param expected is handed the post's version under lock
     */
    @Transactional
    public void fill(UUID id, Candidate candidate, @Nullable LocalDate since, Caller by, LongConsumer expected) {
        Post post = posts.locked(id);
        expected.accept(post.version());
        requireLiving(post.unitId(), by);
        fill(post, candidate, since, by);
    }

    @Transactional
    public void vacate(UUID id, Caller by, LongConsumer expected) {
        Post post = posts.locked(id);
        expected.accept(post.version());
        requireMayAppoint(post.role(), by);
        requireOwnCounty(post.unitId(), by);
        LocalDate today = LocalDate.now(clock);
        if (!post.vacate(today, today)) {
            return;
        }
        Post saved = posts.save(post);
        events.tell(new PostVacated(saved.state(), today));
        audit.record("post-vacated", "post", id, Map.of("since", today));
    }

    /** Creates or changes the post that bears the title in its unit; part of a sheet's import. Refuses before it writes. */
    @Transactional(propagation = MANDATORY, noRollbackFor = Refusal.class)
    public Outcome put(
            UUID unit, String title, Role role, @Nullable Candidate candidate, @Nullable LocalDate since, Caller by) {
        Post known = posts.findByUnitIdAndTitle(unit, Names.tidy(title)).orElse(null);
        if (known == null) {
            return new Outcome(create(unit, title, role, candidate, since, by).id(), Outcome.Kind.CREATED);
        }
        Post post = posts.locked(known.id());
        requireLiving(unit, by);
        long before = post.version();
        Role roleBefore = post.role();
        boolean changed = post.serveAs(role);
        if (changed) {
            requireMayAppoint(roleBefore, by);
            requireMayAppoint(role, by);
        }
        if (candidate != null) {
            changed |= fill(post, candidate, since, by);
        }
        if (changed && post.version() == before) {
            posts.save(post);
            tell(post);
            audit.record("post-changed", "post", post.id(), post.state());
        }
        return new Outcome(post.id(), changed ? Outcome.Kind.UPDATED : Outcome.Kind.UNCHANGED);
    }

    /** Refuses before it writes; false when everything was so already. */
    private boolean fill(Post post, Candidate candidate, @Nullable LocalDate since, Caller by) {
        LocalDate today = LocalDate.now(clock);
        Person person = personOf(candidate, post.unitId());
        boolean filled = post.fill(person.id(), since == null ? today : since, today);
        boolean moved = person.reachedBy(candidate.email(), candidate.phone());
        if (!filled && !moved) {
            return false;
        }
        requireMayAppoint(post.role(), by);
        List<Post> others = moved ? othersOf(person, post) : List.of();
        requireMayReach(others, by);
        if (moved || person.isNew()) {
            persons.save(person);
        }
        posts.save(post);
        tell(post);
        // The holder's new address reaches whoever mails them, under each post they hold.
        others.forEach(other -> tell(posts.save(other)));
        audit.record(
                filled ? "post-filled" : "person-changed",
                "post",
                post.id(),
                Map.of("person", person.id(), "name", person.name()));
        return true;
    }

    /** Mail goes where an address says, so whoever changes one must keep every post that it serves. */
    private void requireMayReach(List<Post> others, Caller by) {
        others.forEach(other -> {
            requireMayAppoint(other.role(), by);
            requireOwnCounty(other.unitId(), by);
        });
    }

    private List<Post> othersOf(Person person, Post post) {
        return posts.heldBy(person.id()).stream()
                .filter(id -> !id.equals(post.id()))
                .map(posts::locked)
                .toList();
    }

    private Person personOf(Candidate candidate, UUID unit) {
        if (candidate.personId() != null) {
            return persons.findById(candidate.personId()).orElseThrow(DirectoryRefused::personUnknown);
        }
        String name = candidate.name();
        if (name == null || Names.tidy(name).isEmpty()) {
            throw DirectoryRefused.personUnnamed();
        }
        return persons.meantBy(Names.tidy(name), candidate.email(), candidate.phone(), unit).stream()
                .findFirst()
                .orElseGet(() -> Person.named(name, candidate.email(), candidate.phone()));
    }

    private Post added(Post post) {
        Post saved = posts.save(post);
        tell(saved);
        audit.record("post-created", "post", saved.id(), saved.state());
        return saved;
    }

    private void tell(Post post) {
        Tenure tenure = post.current().orElse(null);
        if (tenure == null) {
            events.tell(new PostVacated(post.state(), LocalDate.now(clock)));
            return;
        }
        Person holder = persons.findById(tenure.personId()).orElseThrow();
        events.tell(new PostFilled(post.state(), holder.state(), tenure.since()));
    }

    private void requireLiving(UUID unit, Caller by) {
        if (units.findLockedById(unit).filter(found -> !found.retired()).isEmpty()) {
            throw DirectoryRefused.namedUnitUnknown("/unitId");
        }
        requireOwnCounty(unit, by);
    }

    private void requireOwnCounty(UUID unit, Caller by) {
        UUID county = units.findById(unit).map(Unit::countyId).orElse(null);
        if (by.county() != null && !by.county().equals(county)) {
            throw DirectoryRefused.otherCounty();
        }
    }

    /** Rights follow posts, so nobody but an administrator makes administrators. */
    private static void requireMayAppoint(Role role, Caller by) {
        if (role == Role.ADMIN && !by.has(Role.ADMIN.name())) {
            throw DirectoryRefused.onlyAdministrators();
        }
    }

    /** By id, or by name with what reaches them; what is null stays as it is. */
    public record Candidate(
            @Nullable UUID personId,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone) {}
}
