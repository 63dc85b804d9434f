package org.duban.task.contract;

import static java.util.Map.entry;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What {@value #TOPIC} tells of plans, tasks, rounds, reports and notices: keyed by task, round events by round, plan events by plan. */
public sealed interface TaskEvent extends TaskTopic {

    String TOPIC = TaskTopic.NAME;

    Map<String, Class<? extends TaskEvent>> TYPES = Map.ofEntries(
            entry("duban.task.plan-adopted.v1", PlanAdopted.class),
            entry("duban.task.task-assigned.v1", TaskAssigned.class),
            entry("duban.task.task-changed.v1", TaskChanged.class),
            entry("duban.task.task-acknowledged.v1", TaskAcknowledged.class),
            entry("duban.task.completion-submitted.v1", CompletionSubmitted.class),
            entry("duban.task.completion-returned.v1", CompletionReturned.class),
            entry("duban.task.task-closed.v1", TaskClosed.class),
            entry("duban.task.task-suspended.v1", TaskSuspended.class),
            entry("duban.task.task-resumed.v1", TaskResumed.class),
            entry("duban.task.task-reopened.v1", TaskReopened.class),
            entry("duban.task.task-extended.v1", TaskExtended.class),
            entry("duban.task.cycle-begun.v1", CycleBegun.class),
            entry("duban.task.extension-requested.v1", ExtensionRequested.class),
            entry("duban.task.extension-withdrawn.v1", ExtensionWithdrawn.class),
            entry("duban.task.extension-decided.v1", ExtensionDecided.class),
            entry("duban.task.piece-handed-over.v1", PieceHandedOver.class),
            entry("duban.task.light-changed.v1", LightChanged.class),
            entry("duban.task.unit-urged.v1", UnitUrged.class),
            entry("duban.task.round-opened.v1", RoundOpened.class),
            entry("duban.task.round-closed.v1", RoundClosed.class),
            entry("duban.task.reports-requested.v1", ReportsRequested.class),
            entry("duban.task.report-submitted.v1", ReportSubmitted.class),
            entry("duban.task.report-accepted.v1", ReportAccepted.class),
            entry("duban.task.report-returned.v1", ReportReturned.class),
            entry("duban.task.report-waived.v1", ReportWaived.class),
            entry("duban.task.report-awaits-sign-off.v1", ReportAwaitsSignOff.class),
            entry("duban.task.report-sign-off-refused.v1", ReportSignOffRefused.class),
            entry("duban.task.report-signed-off.v1", ReportSignedOff.class),
            entry("duban.task.notice-issued.v1", NoticeIssued.class),
            entry("duban.task.notice-answered.v1", NoticeAnswered.class),
            entry("duban.task.notice-appeal-decided.v1", NoticeAppealDecided.class),
            entry("duban.task.notice-settled.v1", NoticeSettled.class));

    /** One unit's share in a task. */
    enum Part {
        LEAD,
        COOPERATING
    }

    /** @param countyId the county whose row this is; null for the city's own */
    record Assignee(UUID unitId, Part part, @Nullable UUID countyId) {}

    /**
     * @param countyId the county whose plan it is; null for the city's own
     * @param meetingId the meeting whose minutes became this plan; null for a plan read from a document
     */
    record PlanAdopted(
            UUID planId,
            String title,
            @Nullable UUID countyId,
            @Nullable UUID meetingId,
            int tasks) implements TaskEvent {
        @Override
        public String key() {
            return planId.toString();
        }
    }

    /**
     * @param dueOn last day of the task; null for a standing one
     * @param acknowledgeBy last day for every assignee to acknowledge
     * @param quiet true where nobody is to be alerted: its phase was over when the plan was adopted (behaviours.md E2)
     */
    record TaskAssigned(
            UUID taskId,
            long version,
            UUID planId,
            String planTitle,
            int ordinal,
            String title,
            @Nullable LocalDate dueOn,
            LocalDate acknowledgeBy,
            List<Assignee> assignees,
            @Nullable UUID meetingId,
            boolean quiet)
            implements TaskEvent {
        @Override
        public String key() {
            return taskId.toString();
        }
    }

    /**
     * What a unit was told of a task is no longer so.
     *
     * @param acknowledgeBy last day for those who joined to acknowledge
     * @param assignees everyone who has a part in it now
     * @param joined units that had no part before
     * @param left units that have none any more
     */
    record TaskChanged(
            UUID taskId,
            long version,
            UUID planId,
            String planTitle,
            int ordinal,
            String title,
            @Nullable LocalDate dueOn,
            LocalDate acknowledgeBy,
            List<Assignee> assignees,
            List<UUID> joined,
            List<UUID> left,
            List<FieldChange> changes)
            implements TaskEvent {
        @Override
        public String key() {
            return taskId.toString();
        }
    }

    /**
     * @param field {@code title}, {@code text}, {@code dueOn}, {@code kind}, {@code indicators}, {@code leads}, {@code milestones}, {@code cadence},
     *     {@code cooperators}, {@code number} or {@code remark}
     * @param from as an official reads it; null where there was nothing
     */
    record FieldChange(
            String field, @Nullable String from, @Nullable String to) {}

    record TaskAcknowledged(UUID taskId, long version, UUID unitId) implements TaskEvent {
        @Override
        public String key() {
            return taskId.toString();
        }
    }

    /**
     * A lead unit has done its part.
     *
     * @param awaited how many other lead units have still to submit theirs; null where it was the last, and the task can be
     *     verified
     * @param givenBy the unit that verifies it, whose part of a task it is a piece of; null where that is whoever issued the plan
     */
    record CompletionSubmitted(
            UUID taskId,
            long version,
            String title,
            UUID unitId,
            @Nullable Integer awaited,
            @Nullable UUID givenBy) implements TaskEvent {
        @Override
        public String key() {
            return taskId.toString();
        }
    }

    /** @param leadUnits those that have to do more */
    record CompletionReturned(UUID taskId, long version, String title, List<UUID> leadUnits, String reason)
            implements TaskEvent {
        @Override
        public String key() {
            return taskId.toString();
        }
    }

    record TaskClosed(UUID taskId, long version, String title, LocalDate closedOn) implements TaskEvent {
        @Override
        public String key() {
            return taskId.toString();
        }
    }

    /**
     * Nothing is owed on the task until it is resumed.
     *
     * @param resumesOn the day on which it resumes by itself; null where somebody will say so
     */
    record TaskSuspended(
            UUID taskId,
            long version,
            String title,
            String reason,
            @Nullable LocalDate resumesOn) implements TaskEvent {
        @Override
        public String key() {
            return taskId.toString();
        }
    }

    /**
     * @param dueOn its last day, which the suspension did not move
     * @param words null where it resumed by itself
     */
    record TaskResumed(
            UUID taskId,
            long version,
            String title,
            @Nullable LocalDate dueOn,
            @Nullable String words) implements TaskEvent {
        @Override
        public String key() {
            return taskId.toString();
        }
    }

    /** A closed task goes on. */
    record TaskReopened(
            UUID taskId,
            long version,
            String title,
            @Nullable LocalDate dueOn,
            String reason) implements TaskEvent {
        @Override
        public String key() {
            return taskId.toString();
        }
    }

    /**
     * @param from its last day before
     * @param requestedBy the unit that had asked for it, and is told by {@link ExtensionDecided}
     */
    record TaskExtended(
            UUID taskId,
            long version,
            String title,
            @Nullable LocalDate from,
            LocalDate dueOn,
            @Nullable UUID requestedBy)
            implements TaskEvent {
        @Override
        public String key() {
            return taskId.toString();
        }
    }

    /**
     * A periodic task begins anew: nothing of it is done yet.
     *
     * @param from the first day of the cycle that begins
     * @param to its last day
     * @param lastDone whether the task was closed in the cycle before
     * @param lastProgress how far it came in the cycle before, 0 to 100
     */
    record CycleBegun(
            UUID taskId,
            long version,
            String title,
            LocalDate from,
            LocalDate to,
            LocalDate dueOn,
            boolean lastDone,
            int lastProgress)
            implements TaskEvent {
        @Override
        public String key() {
            return taskId.toString();
        }
    }

    /**
     * @param dueOn the last day as it is
     * @param givenBy the unit that decides, where the task is a piece of its part; null where that is whoever issued the plan
     */
    record ExtensionRequested(
            UUID taskId,
            long version,
            UUID requestId,
            String title,
            UUID unitId,
            @Nullable UUID countyId,
            LocalDate dueOn,
            LocalDate wantedOn,
            String reason,
            @Nullable UUID givenBy)
            implements TaskEvent {
        @Override
        public String key() {
            return taskId.toString();
        }
    }

    /**
     * Others lead the task that this is a piece of, and decide on it from now on.
     *
     * @param from who decided on it before
     */
    record PieceHandedOver(UUID taskId, long version, String title, UUID from, UUID to) implements TaskEvent {
        @Override
        public String key() {
            return taskId.toString();
        }
    }

    record ExtensionWithdrawn(UUID taskId, long version, UUID requestId, UUID unitId) implements TaskEvent {
        @Override
        public String key() {
            return taskId.toString();
        }
    }

    /** @param dueOn the last day from now on; null where the request was refused */
    record ExtensionDecided(
            UUID taskId,
            long version,
            UUID requestId,
            String title,
            UUID unitId,
            @Nullable UUID countyId,
            @Nullable LocalDate dueOn,
            @Nullable String opinion)
            implements TaskEvent {
        @Override
        public String key() {
            return taskId.toString();
        }
    }

    /** @param urgingId one act of urging; urging the same unit again is another */
    record UnitUrged(
            UUID taskId,
            long version,
            UUID urgingId,
            String title,
            UUID unitId,
            @Nullable UUID countyId,
            String words) implements TaskEvent {
        @Override
        public String key() {
            return taskId.toString();
        }
    }

    /**
     * A task shows another light than before (behaviours.md P8). It changes nothing about what the task asks: {@code version} is
     * the one that it had already.
     *
     * @param from {@code GREEN}, {@code BLUE}, {@code YELLOW}, {@code RED} or {@code DONE_LATE}
     * @param reason why it shows this one, in words with the numbers
     * @param cause what the rule looked at: {@code OVERDUE}, {@code REPORT_OVERDUE}, {@code BEHIND} (scheduled progress),
     *     {@code NOT_STARTED}, {@code RETURNED}, {@code DUE_WITHIN} or {@code DONE_LATE}; null where no rule lights it
     * @param on the day from which it does
     */
    record LightChanged(
            UUID taskId,
            long version,
            UUID planId,
            String title,
            List<UUID> leadUnits,
            String from,
            String to,
            String reason,
            @Nullable String cause,
            LocalDate on)
            implements TaskEvent {
        @Override
        public String key() {
            return taskId.toString();
        }
    }

    /** @param period as {@code 2026-11}, {@code 2026-Q4} or {@code 2026-W47} */
    record RoundOpened(UUID roundId, UUID planId, String planTitle, String period, LocalDate dueOn, int reports)
            implements TaskEvent {
        @Override
        public String key() {
            return roundId.toString();
        }
    }

    record RoundClosed(UUID roundId, UUID planId, String period) implements TaskEvent {
        @Override
        public String key() {
            return roundId.toString();
        }
    }

    /**
     * One unit owes reports in one round: all that were asked of it in one go, each at version 0. Keyed by unit, so that whoever
     * listens may hear of a report's submission first.
     *
     * @param reports at most {@value #AT_MOST}; a unit that owes more is told in several
     */
    record ReportsRequested(
            UUID roundId,
            String planTitle,
            UUID unitId,
            @Nullable UUID countyId,
            String period,
            LocalDate dueOn,
            List<RequestedReport> reports)
            implements TaskEvent {

        public static final int AT_MOST = 200;

        @Override
        public String key() {
            return unitId.toString();
        }
    }

    record RequestedReport(UUID reportId, UUID taskId, String taskTitle) {}

    /** @param progress 0 to 100 */
    record ReportSubmitted(
            UUID reportId,
            long version,
            UUID roundId,
            UUID taskId,
            String taskTitle,
            UUID unitId,
            @Nullable UUID countyId,
            String period,
            int progress,
            boolean onTime,
            OffsetDateTime submittedAt)
            implements TaskEvent {
        @Override
        public String key() {
            return taskId.toString();
        }
    }

    record ReportAccepted(UUID reportId, long version, UUID roundId, UUID taskId, UUID unitId, String period)
            implements TaskEvent {
        @Override
        public String key() {
            return taskId.toString();
        }
    }

    /** @param dueOn the day by which the returned report is owed again */
    record ReportReturned(
            UUID reportId,
            long version,
            UUID roundId,
            UUID taskId,
            String taskTitle,
            String planTitle,
            UUID unitId,
            @Nullable UUID countyId,
            String period,
            LocalDate dueOn,
            String reason)
            implements TaskEvent {
        @Override
        public String key() {
            return taskId.toString();
        }
    }

    /**
     * A report that is awaited no more.
     *
     * @param missed true where its round closed without it, and it stays counted as owed; false where its task was closed
     *     or suspended first, and it is owed no more
     */
    record ReportWaived(
            UUID reportId, long version, UUID roundId, UUID taskId, UUID unitId, String period, boolean missed)
            implements TaskEvent {
        @Override
        public String key() {
            return taskId.toString();
        }
    }

    /**
     * A report is written and waits for the head of the unit (behaviours.md P10); it is owed all the same.
     *
     * @param by who wrote it
     */
    record ReportAwaitsSignOff(
            UUID reportId,
            long version,
            UUID roundId,
            UUID taskId,
            String taskTitle,
            String planTitle,
            UUID unitId,
            @Nullable UUID countyId,
            String period,
            LocalDate dueOn,
            String by)
            implements TaskEvent {
        @Override
        public String key() {
            return taskId.toString();
        }
    }

    /** The head of the unit wants it written otherwise; nobody outside the unit is concerned. */
    record ReportSignOffRefused(
            UUID reportId,
            long version,
            UUID roundId,
            UUID taskId,
            String taskTitle,
            String planTitle,
            UUID unitId,
            @Nullable UUID countyId,
            String period,
            String reason)
            implements TaskEvent {
        @Override
        public String key() {
            return taskId.toString();
        }
    }

    /** Beside the {@link ReportSubmitted} of the same version: who answers for it. */
    record ReportSignedOff(
            UUID reportId, long version, UUID roundId, UUID taskId, UUID unitId, String period, String signedBy)
            implements TaskEvent {
        @Override
        public String key() {
            return taskId.toString();
        }
    }

    /** How hard a unit is pressed, in this order (behaviours.md P9). */
    enum NoticeStep {
        NOTICE_BLUE,
        NOTICE_YELLOW,
        NOTICE_RED,
        BULLETIN,
        TALK
    }

    /**
     * @param countyId the unit's county; null for the city's own
     * @param issuerCountyId the county whose supervisors issued it; null for the city's
     * @param number 发文字号, as 督办〔2026〕12号
     * @param demand what the unit is to do
     * @param replyBy last day for its reply
     */
    record NoticeIssued(
            UUID noticeId,
            long version,
            UUID taskId,
            String taskTitle,
            UUID unitId,
            @Nullable UUID countyId,
            @Nullable UUID issuerCountyId,
            NoticeStep step,
            String number,
            String demand,
            LocalDate replyBy)
            implements TaskEvent {
        @Override
        public String key() {
            return taskId.toString();
        }
    }

    /** What a unit says to a notice. */
    enum NoticeAnswer {
        RECEIPT,
        REPLY,
        APPEAL
    }

    /** @param words empty for a receipt */
    record NoticeAnswered(
            UUID noticeId,
            long version,
            UUID taskId,
            String taskTitle,
            UUID unitId,
            @Nullable UUID countyId,
            @Nullable UUID issuerCountyId,
            String number,
            NoticeAnswer answer,
            String words)
            implements TaskEvent {
        @Override
        public String key() {
            return taskId.toString();
        }
    }

    /** @param withdrawn true where the notice counts no more; false where it stands */
    record NoticeAppealDecided(
            UUID noticeId,
            long version,
            UUID taskId,
            String taskTitle,
            UUID unitId,
            @Nullable UUID countyId,
            String number,
            boolean withdrawn,
            String opinion)
            implements TaskEvent {
        @Override
        public String key() {
            return taskId.toString();
        }
    }

    /** What the notice asked for has been done. */
    record NoticeSettled(
            UUID noticeId,
            long version,
            UUID taskId,
            UUID unitId,
            @Nullable UUID countyId) implements TaskEvent {
        @Override
        public String key() {
            return taskId.toString();
        }
    }
}
