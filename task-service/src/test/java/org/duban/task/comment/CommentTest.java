package org.duban.task.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** behaviours.md P12 */
class CommentTest {

    private static final OffsetDateTime WRITTEN = OffsetDateTime.parse("2026-03-13T09:00:00+08:00");
    private static final UUID HEALTH = UUID.randomUUID();
    private static final UUID FINANCE = UUID.randomUUID();
    private static final UUID COUNTY = UUID.randomUUID();

    private final Caller lin = caller("lin");
    private final Caller zhao = caller("zhao");

    private static Caller caller(String subject) {
        return new Caller(subject, "林秋实", HEALTH, "市卫生健康委", null, Set.of("LIAISON"), Set.of(), Set.of(), false);
    }

    private static CommentedTask task(@Nullable UUID county, boolean drafted) {
        return new CommentedTask(UUID.randomUUID(), "健全制度", county, drafted, Set.of(HEALTH, FINANCE));
    }

    private Comment written(CommentedTask task, UUID... units) {
        return Comment.on(
                task, UUID.randomUUID(), null, "请补充制度文本。", List.of(units), false, Comment.Author.of(lin), WRITTEN);
    }

    @Test
    void unitsWithAPartInTheTaskAreMentionedOnceEach() {
        assertThat(written(task(null, false), FINANCE, HEALTH, FINANCE).units()).containsExactly(FINANCE, HEALTH);
    }

    @Test
    void aUnitThatDoesNotSeeTheTaskIsNotMentioned() {
        assertThatThrownBy(() -> written(task(null, false), FINANCE, UUID.randomUUID()))
                .isInstanceOfSatisfying(CommentRefused.class, refused -> {
                    assertThat(refused.code()).isEqualTo("unit-does-not-see-task");
                    assertThat(refused.errors()).hasSize(1);
                });
    }

    @Test
    void nothingIsSaidOfADraft() {
        assertThatThrownBy(() -> written(task(null, true))).hasMessageContaining("尚未下达");
    }

    @Test
    void itsAuthorTakesItBackWithinADayAndNotLater() {
        var comment = written(task(null, false));
        assertThat(comment.mayBeWithdrawnBy(lin, WRITTEN.plusDays(1))).isTrue();
        var withdrawn = comment.withdraw(lin, WRITTEN.plusDays(1));
        assertThat(withdrawn.withdrawnAt()).isEqualTo(WRITTEN.plusDays(1));
        assertThat(withdrawn.words()).as("kept").isEqualTo("请补充制度文本。");

        assertThat(comment.mayBeWithdrawnBy(lin, WRITTEN.plusDays(1).plusSeconds(1)))
                .isFalse();
        assertThatThrownBy(() -> comment.withdraw(lin, WRITTEN.plusDays(1).plusSeconds(1)))
                .hasMessageContaining("超过一天");
        assertThatThrownBy(() -> withdrawn.withdraw(lin, WRITTEN.plusHours(1))).hasMessageContaining("已经撤回");
    }

    @Test
    void nobodyElseTakesItBack() {
        var comment = written(task(null, false));
        assertThat(comment.mayBeWithdrawnBy(zhao, WRITTEN)).isFalse();
        assertThatThrownBy(() -> comment.withdraw(zhao, WRITTEN)).hasMessageContaining("自己写的");
    }

    @Test
    void supervisorsAreThoseOfTheTasksCountyOrElseOfTheAuthors() {
        UUID ofAuthor = UUID.randomUUID();
        assertThat(written(task(COUNTY, false)).countyOfSupervisors(ofAuthor)).isEqualTo(COUNTY);
        assertThat(written(task(null, false)).countyOfSupervisors(ofAuthor)).isEqualTo(ofAuthor);
        assertThat(written(task(null, false)).countyOfSupervisors(null)).isNull();
    }
}
