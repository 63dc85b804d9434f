package org.duban.meeting.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.duban.kit.web.Refusal;
import org.junit.jupiter.api.Test;

class MechanismTest {

    private final UUID convener = UUID.randomUUID();
    private final UUID delegate = UUID.randomUUID();
    private final UUID unit = UUID.randomUUID();

    @Test
    void theConvenerOrAnyOneDelegateMayConsent() {
        Mechanism mechanism = Mechanism.establish(order(List.of(new Mechanism.Member(unit, "统筹"))));
        assertThat(mechanism.consentingPost(Set.of(delegate))).contains(delegate);
        assertThat(mechanism.consentingPost(Set.of(delegate, convener))).contains(convener);
        assertThat(mechanism.consentingPost(Set.of(UUID.randomUUID()))).isEmpty();
        assertThat(mechanism.consentingPost(Set.of())).isEmpty();
    }

    @Test
    void aUnitIsAMemberOnce() {
        var twice = order(List.of(new Mechanism.Member(unit, "统筹"), new Mechanism.Member(unit, "配合")));
        assertThatThrownBy(() -> Mechanism.establish(twice)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("member-twice");
            assertThat(refusal.errors().getFirst().pointer()).isEqualTo("/members/1/unitId");
        });
    }

    @Test
    void aMechanismHasMembers() {
        assertThatThrownBy(() -> Mechanism.establish(order(List.of()))).isInstanceOf(DirectoryRefused.class);
    }

    private Mechanism.Order order(List<Mechanism.Member> members) {
        return new Mechanism.Order(
                "中医药工作联席会议",
                convener,
                List.of(delegate, convener, delegate),
                unit,
                members,
                Mechanism.Cadence.QUARTER,
                10,
                7);
    }
}
