package org.duban.task.urging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.duban.task.contract.TaskEvent.NoticeAppealDecided;
import org.duban.task.contract.TaskEvent.NoticeIssued;
import org.duban.task.urging.Notice.About;
import org.duban.task.urging.Notice.Decision;
import org.duban.task.urging.Notice.Matter;
import org.junit.jupiter.api.Test;

/** Whatever is tried in whatever order: a notice moves as its table says, uses one number at most and never forgets. */
class NoticeLifeTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    private static final OffsetDateTime NOW = TODAY.atTime(9, 0).atOffset(ZoneOffset.ofHours(8));

    @Property
    void everySequenceKeepsToTheTable(@ForAll @Size(max = 12) List<NoticeAction> tried) {
        Notice notice = aProposal();
        List<String> numbers = new ArrayList<>();
        List<NoticeState> states = new ArrayList<>(List.of(notice.state()));
        int refused = 0;
        for (NoticeAction action : tried) {
            Notice before = notice;
            try {
                Decision decided = done(before, action, numbers);
                assertThat(before.allows(action)).isTrue();
                notice = decided.notice();
                assertThat(notice.state())
                        .isEqualTo(NoticeLife.after(before.state(), action).orElseThrow());
                assertThat(notice.version()).isEqualTo(before.version() + 1);
                states.add(notice.state());
            } catch (NoticeRefused refusal) {
                refused++;
                assertThat(before.allows(action)).isFalse();
            }
        }
        assertThat(notice.version() + refused).isEqualTo(tried.size());
        assertThat(numbers).hasSizeLessThanOrEqualTo(1);
        assertThat(notice.state().issued()).isEqualTo(numbers.size() == 1);
        assertThat(states.stream().filter(NoticeState.APPEALED::equals)).hasSizeLessThanOrEqualTo(1);
        assertThat(notice.course().endedOn() != null).isEqualTo(ended(notice.state()));
        if (notice.course().reply() != null) {
            assertThat(notice.course().receipt()).isNotNull();
        }
    }

    @Test
    void aRefusedIssueUsesUpNoNumber() {
        List<String> numbers = new ArrayList<>();
        assertThatThrownBy(() -> aProposal().issue("立即报送", TODAY.minusDays(1), () -> next(numbers), "王五", TODAY))
                .isInstanceOf(NoticeRefused.class)
                .hasMessage("反馈期限不能早于今天。");
        assertThat(numbers).isEmpty();
    }

    @Test
    void issuingTellsTheUnitWhatItIsToDo() {
        Decision issued = issued();
        assertThat(issued.event()).isInstanceOfSatisfying(NoticeIssued.class, event -> {
            assertThat(event.number()).isEqualTo("督办〔2026〕1号");
            assertThat(event.demand()).isEqualTo("立即报送");
            assertThat(event.version()).isOne();
        });
    }

    @Test
    void whoAppealsHasReadIt() {
        Notice appealed = issued().notice().appeal("该任务已按期完成", "张三", NOW).notice();
        assertThat(appealed.course().receipt()).isNotNull();
        assertThat(appealed.allows(NoticeAction.REPLY)).isFalse();
    }

    @Test
    void anAppealThatIsRefusedIsTheLast() {
        Notice upheld = issued().notice()
                .appeal("该任务已按期完成", "张三", NOW)
                .notice()
                .decideAppeal(false, "经核实未完成", "王五", NOW)
                .notice();
        assertThat(upheld.state()).isEqualTo(NoticeState.RECEIVED);
        assertThat(upheld.allows(NoticeAction.APPEAL)).isFalse();
        assertThatThrownBy(() -> upheld.appeal("再次申诉", "张三", NOW)).hasMessageContaining("不能再次申诉");
        assertThat(upheld.reply("已补报", "张三", NOW).notice().state()).isEqualTo(NoticeState.REPLIED);
    }

    @Test
    void aProposalLapsesWithoutAWordToTheUnit() {
        Decision lapsed = aProposal().settle(TODAY);
        assertThat(lapsed.notice().state()).isEqualTo(NoticeState.LAPSED);
        assertThat(lapsed.event()).isNull();
        assertThat(issued().notice().settle(TODAY).event()).isNotNull();
    }

    @Test
    void theUnitHearsHowItsAppealWasDecided() {
        Notice appealed = issued().notice().appeal("已按期完成", "张三", NOW).notice();
        assertThat(appealed.decideAppeal(true, "予以撤销", "王五", NOW).event())
                .isInstanceOfSatisfying(
                        NoticeAppealDecided.class,
                        event -> assertThat(event.withdrawn()).isTrue());
    }

    @Test
    void aReminderIsNeverSigned() {
        Notice reminder = Notice.proposed(
                UUID.randomUUID(),
                about(),
                Step.REMINDER,
                new Matter(Cause.REPORT, UUID.randomUUID(), TODAY.minusDays(1)),
                TODAY,
                "系统",
                "逾期",
                "请报送",
                TODAY);
        assertThat(reminder.state()).isEqualTo(NoticeState.REMINDED);
        for (NoticeAction action : NoticeAction.values()) {
            assertThat(reminder.allows(action)).as("%s", action).isFalse();
        }
    }

    private static Decision done(Notice notice, NoticeAction action, List<String> numbers) {
        return switch (action) {
            case ISSUE -> notice.issue("立即报送", TODAY, () -> next(numbers), "王五", TODAY);
            case DISMISS -> notice.dismiss("已电话说明", TODAY);
            case RECEIVE -> notice.receive("张三", NOW);
            case REPLY -> notice.reply("已补报", "张三", NOW);
            case APPEAL -> notice.appeal("该任务已按期完成", "张三", NOW);
            case UPHOLD -> notice.decideAppeal(false, "经核实未完成", "王五", NOW);
            case WITHDRAW -> notice.decideAppeal(true, "予以撤销", "王五", NOW);
            case SETTLE -> notice.settle(TODAY);
        };
    }

    private static boolean ended(NoticeState state) {
        return switch (state) {
            case DISMISSED, LAPSED, WITHDRAWN, SETTLED -> true;
            case REMINDED, PROPOSED, ISSUED, RECEIVED, REPLIED, APPEALED -> false;
        };
    }

    private static Decision issued() {
        return aProposal().issue("立即报送", TODAY.plusDays(3), () -> next(new ArrayList<>()), "王五", TODAY);
    }

    private static String next(List<String> numbers) {
        numbers.add("督办〔2026〕%d号".formatted(numbers.size() + 1));
        return numbers.getLast();
    }

    private static Notice aProposal() {
        return Notice.proposed(
                UUID.randomUUID(),
                about(),
                Step.NOTICE_YELLOW,
                new Matter(Cause.REPORT, UUID.randomUUID(), TODAY.minusDays(8)),
                TODAY,
                "系统",
                "已逾期6个工作日",
                "请立即报送",
                TODAY.plusDays(2));
    }

    private static About about() {
        return new About(
                UUID.randomUUID(), "健康城市建设实施方案", UUID.randomUUID(), "健全联席会议制度", UUID.randomUUID(), "市教育局", null, null);
    }
}
