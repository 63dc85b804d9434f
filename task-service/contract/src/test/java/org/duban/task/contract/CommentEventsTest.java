package org.duban.task.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.duban.task.contract.CommentEvent.Author;
import org.duban.task.contract.CommentEvent.CommentWithdrawn;
import org.duban.task.contract.CommentEvent.CommentWritten;
import org.duban.task.contract.CommentEvent.Standing;
import org.duban.task.contract.CommentEvent.WatchedTaskMoved;
import org.duban.task.contract.CommentEvent.Watcher;
import org.junit.jupiter.api.Test;

class CommentEventsTest {
    private static final List<Watcher> WATCHERS =
            List.of(new Watcher("lin", Golden.id(3), Golden.id(4)), new Watcher("zhao", null, null));

    private static final List<CommentEvent> SAMPLES = List.of(
            new CommentWritten(
                    Golden.id(2),
                    "建立中医药工作联席会议制度",
                    Golden.id(41),
                    Golden.id(6),
                    new Author("chen", "陈知行", Golden.id(9), "市卫生健康委"),
                    "请对照第三项要求补充制度文本。",
                    List.of(Golden.id(3)),
                    true,
                    Golden.id(4),
                    WATCHERS),
            new CommentWithdrawn(Golden.id(2), Golden.id(41)),
            new WatchedTaskMoved(
                    Golden.id(2), 5, "建立中医药工作联席会议制度", Standing.COMPLETION_SUBMITTED, Standing.CLOSED, "陈知行", WATCHERS));

    @Test
    void travelsWordForWord() {
        Golden.check(CommentEvent.TYPES, SAMPLES);
    }

    @Test
    void whatIsSaidOfOneTaskStaysInOrder() {
        assertThat(SAMPLES)
                .extracting(CommentEvent::key)
                .containsOnly(Golden.id(2).toString());
    }
}
