package org.duban.meeting.directory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.duban.kit.id.Ids;
import org.duban.meeting.contract.DirectoryEvent.MechanismState;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/** A joint conference's standing order: who convenes, who belongs to it, what each is there for (behaviours.md A1). */
public class Mechanism {

    @Id
    private final UUID id;

    private String name;
    private UUID convenerPostId;
    private List<UUID> delegatePostIds;
    private UUID officeUnitId;
    private Cadence cadence;
    private int defaultDueDays;
    private int requestNoticeDays;

    @MappedCollection(idColumn = "mechanism_id", keyColumn = "ordinal")
    private List<Member> members;

    @Version
    private long version;

    @PersistenceCreator
    Mechanism(
            UUID id,
            String name,
            UUID convenerPostId,
            List<UUID> delegatePostIds,
            UUID officeUnitId,
            Cadence cadence,
            int defaultDueDays,
            int requestNoticeDays,
            List<Member> members,
            long version) {
        this.id = id;
        this.name = name;
        this.convenerPostId = convenerPostId;
        this.delegatePostIds = List.copyOf(delegatePostIds);
        this.officeUnitId = officeUnitId;
        this.cadence = cadence;
        this.defaultDueDays = defaultDueDays;
        this.requestNoticeDays = requestNoticeDays;
        this.members = new ArrayList<>(members);
        this.version = version;
    }

    static Mechanism establish(Order order) {
        order.requireSound();
        return new Mechanism(
                Ids.next(),
                order.name().strip(),
                order.convenerPostId(),
                order.delegates(),
                order.officeUnitId(),
                order.cadence(),
                order.defaultDueDays(),
                order.requestNoticeDays(),
                order.members(),
                0);
    }

    void reorder(Order order) {
        order.requireSound();
        name = order.name().strip();
        convenerPostId = order.convenerPostId();
        delegatePostIds = order.delegates();
        officeUnitId = order.officeUnitId();
        cadence = order.cadence();
        defaultDueDays = order.defaultDueDays();
        requestNoticeDays = order.requestNoticeDays();
        members = new ArrayList<>(order.members());
    }

    /** The convener's post, or any one of those that may stand in, if it is among these (behaviours.md A5). */
    public Optional<UUID> consentingPost(Set<UUID> posts) {
        return Stream.concat(Stream.of(convenerPostId), delegatePostIds.stream())
                .filter(posts::contains)
                .findFirst();
    }

    public boolean isMember(UUID unit) {
        return members.stream().anyMatch(member -> member.unitId().equals(unit));
    }

    public List<UUID> memberUnits() {
        return members.stream().map(Member::unitId).toList();
    }

    public Order order() {
        return new Order(
                name,
                convenerPostId,
                delegatePostIds,
                officeUnitId,
                List.copyOf(members),
                cadence,
                defaultDueDays,
                requestNoticeDays);
    }

    MechanismState state() {
        return new MechanismState(id, name, officeUnitId, memberUnits(), version);
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public UUID convenerPostId() {
        return convenerPostId;
    }

    public UUID officeUnitId() {
        return officeUnitId;
    }

    /** In working days, for resolutions whose minutes give no day (behaviours.md A9). */
    public int defaultDueDays() {
        return defaultDueDays;
    }

    /** In calendar days (behaviours.md A4). */
    public int requestNoticeDays() {
        return requestNoticeDays;
    }

    public long version() {
        return version;
    }

    /** How often a regular meeting is held, in principle (behaviours.md A2). */
    public enum Cadence {
        MONTH,
        QUARTER,
        HALF_YEAR,
        YEAR,
        NONE
    }

    /** @param duty the unit's duty text */
    @Table("mechanism_member")
    public record Member(UUID unitId, @Nullable String duty) {}

    /** What a mechanism is to be like. */
    public record Order(
            String name,
            UUID convenerPostId,
            List<UUID> delegatePostIds,
            UUID officeUnitId,
            List<Member> members,
            Cadence cadence,
            int defaultDueDays,
            int requestNoticeDays) {

        List<UUID> delegates() {
            return delegatePostIds.stream()
                    .distinct()
                    .filter(post -> !post.equals(convenerPostId))
                    .toList();
        }

        void requireSound() {
            if (members.isEmpty()) {
                throw DirectoryRefused.noMembers();
            }
            Set<UUID> seen = new HashSet<>();
            for (int i = 0; i < members.size(); i++) {
                if (!seen.add(members.get(i).unitId())) {
                    throw DirectoryRefused.memberTwice("/members/" + i + "/unitId");
                }
            }
        }
    }
}
