package org.duban.notification.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.notification.alert.AlertKind.MENTIONED;
import static org.duban.notification.alert.AlertKind.WATCHED_COMMENT;
import static org.duban.notification.alert.AlertKind.WATCHED_TASK_MOVED;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duban.kit.id.Ids;
import org.duban.kit.test.TestClock;
import org.duban.kit.web.Limit;
import org.duban.notification.NotificationTest;
import org.duban.task.contract.CommentEvent;
import org.duban.task.contract.CommentEvent.Author;
import org.duban.task.contract.CommentEvent.CommentWithdrawn;
import org.duban.task.contract.CommentEvent.CommentWritten;
import org.duban.task.contract.CommentEvent.Standing;
import org.duban.task.contract.CommentEvent.WatchedTaskMoved;
import org.duban.task.contract.CommentEvent.Watcher;
import org.duban.task.contract.TaskEvent.TaskClosed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Who hears of comments and of watched tasks, and who does not (behaviours.md P12). */
@NotificationTest
class CommentAlertsTest {

    @Autowired
    CommentNews comments;

    @Autowired
    TaskNews tasks;

    @Autowired
    Alerts alerts;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    TestClock clock;

    private final UUID unit = Ids.next();
    private final UUID other = Ids.next();
    private final UUID county = Ids.next();
    private final UUID task = Ids.next();
    private final UUID comment = Ids.next();
    private final String author = "author " + comment;
    private final String watcher = "watcher " + comment;

    @BeforeEach
    void monday() {
        clock.set("2026-03-16T09:00");
    }

    private void hear(CommentEvent event) {
        transactions.executeWithoutResult(status -> comments.take(event));
    }

    private CommentWritten written(List<UUID> units, boolean supervisors, Watcher... watchers) {
        return new CommentWritten(
                task,
                "健全制度",
                comment,
                null,
                new Author(author, "陈知行", unit, "县卫生健康局"),
                "请补充制度文本。",
                units,
                supervisors,
                county,
                List.of(watchers));
    }

    private List<Alert> standing(Viewer viewer) {
        List<Alert> listed = alerts.list(viewer, true, Limit.USUAL, null).items().stream()
                .filter(alert -> alert.link().id().equals(task))
                .toList();
        if (!viewer.supervisor()) {
            assertThat(alerts.unread(viewer)).as("counted as listed").isEqualTo(listed.size());
        }
        return listed;
    }

    private Viewer ofUnit(String reader, UUID unit) {
        return new Viewer(reader, unit, null, false, county);
    }

    private Viewer supervisor(String reader, @Nullable UUID county) {
        return new Viewer(reader, null, null, true, county);
    }

    @Test
    void whoIsMentionedIsToldAndNeverTheAuthor() {
        hear(written(List.of(unit, other), true));
        assertThat(standing(ofUnit("colleague", unit))).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(MENTIONED);
            assertThat(alert.title()).isEqualTo("沟通提醒：健全制度");
            assertThat(alert.body()).isEqualTo("县卫生健康局 陈知行：请补充制度文本。");
            assertThat(alert.link()).isEqualTo(new Link(Link.Kind.TASK, task));
        });
        assertThat(standing(ofUnit(author, unit))).isEmpty();
        assertThat(standing(ofUnit("anybody", other))).hasSize(1);
        assertThat(standing(supervisor("of the county", county))).hasSize(1);
        assertThat(standing(supervisor("of the city", null))).hasSize(1);
        assertThat(standing(supervisor("of another county", Ids.next()))).isEmpty();
        assertThat(standing(supervisor(author, county))).isEmpty();
    }

    @Test
    void whoWatchesIsToldByNameAndOnlyWhileTheyDoThatUnitsWork() {
        hear(written(List.of(), false, new Watcher(watcher, other, county)));
        assertThat(standing(ofUnit(watcher, other))).extracting(Alert::kind).containsExactly(WATCHED_COMMENT);
        assertThat(standing(ofUnit("colleague", other))).isEmpty();
        assertThat(standing(ofUnit(watcher, Ids.next())))
                .as("who has moved to another unit")
                .isEmpty();
    }

    @Test
    void whatWasToldToWhoSawMoreIsNotShownToWhoSeesLessNow() {
        hear(written(List.of(), false, new Watcher(watcher, null, null)));
        assertThat(standing(new Viewer(watcher, null, null, false, null))).hasSize(1);
        assertThat(standing(new Viewer(watcher, unit, null, false, null)))
                .as("of the city's staff, now a liaison of one of its units")
                .isEmpty();
        assertThat(standing(new Viewer(watcher, null, null, false, county)))
                .as("now with a county")
                .isEmpty();
        assertThat(standing(new Viewer(watcher, null, null, false, null, false)))
                .as("without any post")
                .isEmpty();
    }

    @Test
    void whatACountysStaffWasToldIsNotShownToALiaisonOfTheCounty() {
        hear(written(List.of(), false, new Watcher(watcher, null, county)));
        assertThat(standing(new Viewer(watcher, null, null, false, county))).hasSize(1);
        assertThat(standing(new Viewer(watcher, unit, null, false, county, true)))
                .as("the county's office sees the county through its unit")
                .hasSize(1);
        assertThat(standing(ofUnit(watcher, unit))).isEmpty();
        assertThat(standing(new Viewer(watcher, null, null, false, Ids.next()))).isEmpty();
    }

    @Test
    void openPagesAreToldByTheSameRule() {
        hear(written(List.of(), false, new Watcher(watcher, null, county)));
        Viewer staff = new Viewer(watcher, null, null, false, county);
        UUID id = standing(staff).getFirst().id();
        assertThat(alerts.byIds(List.of(id))).singleElement().satisfies(alert -> {
            assertThat(alert.reaches(staff)).isTrue();
            assertThat(alert.reaches(ofUnit(watcher, unit))).isFalse();
            assertThat(alert.reaches(new Viewer(watcher, null, null, false, Ids.next())))
                    .isFalse();
        });
    }

    @Test
    void wordsOfAWithdrawnCommentAreGoneFromEveryAlertReadOrNot() {
        hear(written(List.of(unit, other), true, new Watcher(watcher, null, null)));
        Viewer staff = new Viewer(watcher, null, null, false, null);
        Viewer colleague = ofUnit("colleague of " + other, other);
        assertThat(alerts.read(colleague, standing(colleague).getFirst().id())).isPresent();
        hear(new CommentWithdrawn(task, comment));
        for (Viewer viewer : List.of(staff, colleague, ofUnit("anybody", unit), supervisor("of the city", null))) {
            assertThat(alerts.list(viewer, false, Limit.USUAL, null).items())
                    .filteredOn(alert -> alert.link().id().equals(task))
                    .singleElement()
                    .satisfies(alert -> {
                        assertThat(alert.title()).contains("健全制度");
                        assertThat(alert.body()).isEqualTo("这条沟通记录已由发送人撤回。");
                        assertThat(alert.withdrawnAt()).isNotNull();
                    });
        }
    }

    @Test
    void whoseUnitIsMentionedIsNotToldTwice() {
        hear(written(List.of(other), false, new Watcher(watcher, other, county)));
        assertThat(standing(ofUnit(watcher, other))).extracting(Alert::kind).containsExactly(MENTIONED);
    }

    @Test
    void aSecondDeliverySaysNothingNewAndWhatIsWithdrawnIsNotAskedAnyMore() {
        var event = written(List.of(other), true, new Watcher(watcher, null, null));
        hear(event);
        hear(event);
        Viewer staff = new Viewer(watcher, null, null, false, null);
        assertThat(standing(staff)).hasSize(1);
        assertThat(standing(ofUnit("anybody", other))).hasSize(1);
        hear(new CommentWithdrawn(task, comment));
        assertThat(standing(staff)).isEmpty();
        assertThat(standing(ofUnit("anybody", other))).isEmpty();
        assertThat(standing(supervisor("of the city", null))).isEmpty();
    }

    @Test
    void changeOfStateIsToldToWatchersAndOutlivesTheTasksClosing() {
        transactions.executeWithoutResult(
                status -> tasks.take(new TaskClosed(task, 5, "健全制度", LocalDate.of(2026, 3, 16))));
        hear(new WatchedTaskMoved(
                task,
                5,
                "健全制度",
                Standing.COMPLETION_SUBMITTED,
                Standing.CLOSED,
                "陈知行",
                List.of(new Watcher(watcher, null, null))));
        transactions.executeWithoutResult(
                status -> tasks.take(new TaskClosed(task, 5, "健全制度", LocalDate.of(2026, 3, 16))));
        Viewer staff = new Viewer(watcher, null, null, false, null);
        assertThat(standing(staff)).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(WATCHED_TASK_MOVED);
            assertThat(alert.title()).isEqualTo("关注的任务已销号：健全制度");
            assertThat(alert.body()).isEqualTo("任务状态由“待核验”变为“已销号”。办理人：陈知行。");
        });
        assertThat(alerts.read(staff, standing(staff).getFirst().id())).isPresent();
        assertThat(standing(staff)).isEmpty();
    }
}
