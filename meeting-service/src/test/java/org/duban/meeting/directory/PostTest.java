package org.duban.meeting.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.duban.kit.web.Refusal;
import org.duban.meeting.contract.DirectoryEvent.Role;
import org.junit.jupiter.api.Test;

class PostTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private final Post post = Post.create(UUID.randomUUID(), "联络员", Role.LIAISON);
    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();

    @Test
    void whoWasResponsibleOnADayCanBeAskedAfterTheSuccession() {
        post.fill(first, TODAY.minusDays(100), TODAY);
        post.fill(second, TODAY.minusDays(10), TODAY);

        assertThat(post.holderOn(TODAY.minusDays(101))).isEmpty();
        assertThat(post.holderOn(TODAY.minusDays(100))).contains(first);
        assertThat(post.holderOn(TODAY.minusDays(11))).contains(first);
        assertThat(post.holderOn(TODAY.minusDays(10))).contains(second);
        assertThat(post.holderOn(TODAY)).contains(second);
    }

    @Test
    void aVacantPostHasNobodyOnTheDaysBetween() {
        post.fill(first, TODAY.minusDays(9), TODAY);
        assertThat(post.vacate(TODAY.minusDays(5), TODAY)).isTrue();
        assertThat(post.vacate(TODAY, TODAY)).isFalse();
        post.fill(second, TODAY.minusDays(2), TODAY);

        assertThat(post.holderOn(TODAY.minusDays(6))).contains(first);
        assertThat(post.holderOn(TODAY.minusDays(5))).isEmpty();
        assertThat(post.holderOn(TODAY.minusDays(2))).contains(second);
    }

    @Test
    void fillingItWithWhoHoldsItChangesNothing() {
        assertThat(post.fill(first, TODAY.minusDays(3), TODAY)).isTrue();
        assertThat(post.fill(first, TODAY, TODAY)).isFalse();
        assertThat(post.current().orElseThrow().since()).isEqualTo(TODAY.minusDays(3));
    }

    @Test
    void replacedOnTheFirstDayTheTenureNeverWas() {
        post.fill(first, TODAY, TODAY);
        post.fill(second, TODAY, TODAY);
        assertThat(post.holderOn(TODAY)).contains(second);
        assertThat(post.current().orElseThrow().personId()).isEqualTo(second);
    }

    @Test
    void aSuccessionNeitherStartsBeforeThePredecessorNorInTheFuture() {
        post.fill(first, TODAY.minusDays(3), TODAY);
        assertThatThrownBy(() -> post.fill(second, TODAY.minusDays(4), TODAY))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("since-before-predecessor"));
        assertThatThrownBy(() -> post.fill(second, TODAY.plusDays(1), TODAY))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("since-ahead"));
        assertThat(post.holderOn(TODAY)).contains(first);
    }
}
