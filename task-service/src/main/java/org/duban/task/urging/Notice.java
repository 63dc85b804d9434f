package org.duban.task.urging;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.duban.task.contract.TaskEvent;
import org.duban.task.contract.TaskEvent.NoticeAnswer;
import org.duban.task.contract.TaskEvent.NoticeAnswered;
import org.duban.task.contract.TaskEvent.NoticeAppealDecided;
import org.duban.task.contract.TaskEvent.NoticeIssued;
import org.duban.task.contract.TaskEvent.NoticeSettled;
import org.duban.task.contract.TaskEvent.NoticeStep;
import org.jspecify.annotations.Nullable;

/**
 * One step against one unit, from proposal to its end. Each decision gives the notice as it is afterwards, with what there is to
 * tell.
 *
 * @param reason why the unit is pressed, as the notice says it
 * @param demand what it is to do; a proposal's can still be changed when it is issued
 * @param replyBy last day for its reply
 */
record Notice(
        UUID id,
        long version,
        About about,
        Step step,
        Matter matter,
        NoticeState state,
        LocalDate takenOn,
        String proposedBy,
        String reason,
        String demand,
        LocalDate replyBy,
        Course course) {

    /**
     * Names are kept as they were, so that the document stays as it was signed.
     *
     * @param countyId the unit's county; null for the city's own
     * @param issuerCountyId the county whose plan it is; null for the city's
     */
    record About(
            UUID planId,
            String planTitle,
            UUID taskId,
            String taskTitle,
            UUID unitId,
            String unitName,
            @Nullable UUID countyId,
            @Nullable UUID issuerCountyId) {}

    /**
     * @param subject the report or task that is owed; of a demand by hand the notice itself
     * @param owedOn the day by which it was owed
     */
    record Matter(Cause cause, UUID subject, LocalDate owedOn) {}

    record Issue(String number, LocalDate on, String by) {}

    /** @param words empty for a receipt */
    record Said(OffsetDateTime at, String by, String words) {}

    record Course(
            @Nullable Issue issue,
            @Nullable String dismissal,
            @Nullable Said receipt,
            @Nullable Said reply,
            @Nullable Said appeal,
            @Nullable Said decision,
            @Nullable LocalDate endedOn) {
        static final Course NOT_BEGUN = new Course(null, null, null, null, null, null, null);

        Course issued(Issue as) {
            return new Course(as, dismissal, receipt, reply, appeal, decision, endedOn);
        }

        Course dismissed(String why, LocalDate on) {
            return new Course(issue, why, receipt, reply, appeal, decision, on);
        }

        Course received(Said said) {
            return new Course(issue, dismissal, said, reply, appeal, decision, endedOn);
        }

        Course replied(Said said) {
            return new Course(issue, dismissal, receipt, said, appeal, decision, endedOn);
        }

        Course appealed(Said said) {
            return new Course(
                    issue, dismissal, receipt == null ? receiptOf(said) : receipt, reply, said, decision, endedOn);
        }

        // who appeals has read it
        private static Said receiptOf(Said appeal) {
            return new Said(appeal.at(), appeal.by(), "");
        }

        Course decided(Said said) {
            return new Course(issue, dismissal, receipt, reply, appeal, said, endedOn);
        }

        Course ended(LocalDate on) {
            return new Course(issue, dismissal, receipt, reply, appeal, decision, on);
        }
    }

    record Decision(
            Notice notice, NoticeAction action, @Nullable TaskEvent event) {}

    static Notice proposed(
            UUID id,
            About about,
            Step step,
            Matter matter,
            LocalDate today,
            String by,
            String reason,
            String demand,
            LocalDate replyBy) {
        return new Notice(
                id,
                0,
                about,
                step,
                matter,
                step.signed() ? NoticeState.PROPOSED : NoticeState.REMINDED,
                today,
                by,
                reason,
                demand,
                replyBy,
                Course.NOT_BEGUN);
    }

    /** @param number asked for only once everything else allows it, so that none is used up by a refusal */
    Decision issue(String demand, LocalDate replyBy, Supplier<String> number, String by, LocalDate today) {
        NoticeState next = next(NoticeAction.ISSUE);
        if (replyBy.isBefore(today)) {
            throw NoticeRefused.replyDayPast();
        }
        Issue issue = new Issue(number.get(), today, by);
        Notice after = new Notice(
                id,
                version + 1,
                about,
                step,
                matter,
                next,
                takenOn,
                proposedBy,
                reason,
                demand,
                replyBy,
                course.issued(issue));
        return new Decision(
                after,
                NoticeAction.ISSUE,
                new NoticeIssued(
                        id,
                        after.version,
                        about.taskId(),
                        about.taskTitle(),
                        about.unitId(),
                        about.countyId(),
                        about.issuerCountyId(),
                        told(step),
                        issue.number(),
                        demand,
                        replyBy));
    }

    Decision dismiss(String why, LocalDate today) {
        return new Decision(to(next(NoticeAction.DISMISS), course.dismissed(why, today)), NoticeAction.DISMISS, null);
    }

    Decision receive(String by, OffsetDateTime at) {
        Notice after = to(next(NoticeAction.RECEIVE), course.received(new Said(at, by, "")));
        return after.answered(NoticeAction.RECEIVE, NoticeAnswer.RECEIPT, "");
    }

    Decision reply(String words, String by, OffsetDateTime at) {
        Notice after = to(next(NoticeAction.REPLY), course.replied(new Said(at, by, words)));
        return after.answered(NoticeAction.REPLY, NoticeAnswer.REPLY, words);
    }

    Decision appeal(String words, String by, OffsetDateTime at) {
        NoticeState next = next(NoticeAction.APPEAL);
        if (course.appeal() != null) {
            throw NoticeRefused.appealedBefore();
        }
        return to(next, course.appealed(new Said(at, by, words)))
                .answered(NoticeAction.APPEAL, NoticeAnswer.APPEAL, words);
    }

    /** @param withdraws whether the unit was right */
    Decision decideAppeal(boolean withdraws, String opinion, String by, OffsetDateTime at) {
        NoticeAction action = withdraws ? NoticeAction.WITHDRAW : NoticeAction.UPHOLD;
        Course decided = course.decided(new Said(at, by, opinion));
        Notice after = to(next(action), withdraws ? decided.ended(at.toLocalDate()) : decided);
        return new Decision(
                after,
                action,
                new NoticeAppealDecided(
                        id,
                        after.version,
                        about.taskId(),
                        about.taskTitle(),
                        about.unitId(),
                        about.countyId(),
                        number(),
                        withdraws,
                        opinion));
    }

    /** What was owed is done. A proposal lapses silently: its unit never heard of it. */
    Decision settle(LocalDate today) {
        Notice after = to(next(NoticeAction.SETTLE), course.ended(today));
        return new Decision(
                after,
                NoticeAction.SETTLE,
                after.state == NoticeState.SETTLED
                        ? new NoticeSettled(id, after.version, about.taskId(), about.unitId(), about.countyId())
                        : null);
    }

    boolean allows(NoticeAction action) {
        return NoticeLife.after(state, action).isPresent()
                && !(action == NoticeAction.APPEAL && course.appeal() != null);
    }

    String number() {
        return Optional.ofNullable(course.issue()).map(Issue::number).orElse("");
    }

    private Decision answered(NoticeAction action, NoticeAnswer answer, String words) {
        return new Decision(
                this,
                action,
                new NoticeAnswered(
                        id,
                        version,
                        about.taskId(),
                        about.taskTitle(),
                        about.unitId(),
                        about.countyId(),
                        about.issuerCountyId(),
                        number(),
                        answer,
                        words));
    }

    private NoticeState next(NoticeAction action) {
        return NoticeLife.after(state, action).orElseThrow(() -> NoticeRefused.notAllowedNow(state, action));
    }

    private Notice to(NoticeState next, Course after) {
        return new Notice(
                id, version + 1, about, step, matter, next, takenOn, proposedBy, reason, demand, replyBy, after);
    }

    private static NoticeStep told(Step step) {
        return switch (step) {
            case REMINDER -> throw new IllegalStateException("a reminder is not issued");
            case NOTICE_BLUE -> NoticeStep.NOTICE_BLUE;
            case NOTICE_YELLOW -> NoticeStep.NOTICE_YELLOW;
            case NOTICE_RED -> NoticeStep.NOTICE_RED;
            case BULLETIN -> NoticeStep.BULLETIN;
            case TALK -> NoticeStep.TALK;
        };
    }
}
