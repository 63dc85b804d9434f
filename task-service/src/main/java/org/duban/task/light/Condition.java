package org.duban.task.light;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MONTHS;

import java.time.LocalDate;
import java.util.Optional;
import org.duban.task.calendar.WorkingDays;
import org.duban.task.light.TaskFacts.Stage;
import org.jspecify.annotations.Nullable;

/** When a rule lights a task (behaviours.md P8). Each says why in words with the numbers it compared. */
public sealed interface Condition {

    /** What a rule looks at, in the order in which rules of the same light are asked. */
    enum Kind {
        /** 已超办结期限 */
        OVERDUE(0, 365),
        /** 报送逾期 */
        REPORT_OVERDUE(0, 60),
        /** 落后序时进度 */
        BEHIND(1, 100),
        /** 逾期未启动 */
        NOT_STARTED(1, 24),
        /** 被退回 */
        RETURNED(0, 0),
        /** 临近办结期限 */
        DUE_WITHIN(0, 365),
        /** 逾期办结 */
        DONE_LATE(0, 365);

        private final int least;
        private final int most;

        Kind(int least, int most) {
            this.least = least;
            this.most = most;
        }

        public boolean counts() {
            return this != RETURNED;
        }

        public int least() {
            return least;
        }

        public int most() {
            return most;
        }

        /** Whether a light is graver the smaller the number, as the fewer days are left. */
        boolean graverWhenLess() {
            return this == DUE_WITHIN;
        }
    }

    Kind kind();

    /** Null where it compares nothing. */
    @Nullable
    Integer number();

    /** @return why, where it lights this task today */
    Optional<String> met(TaskFacts task, LocalDate today, WorkingDays workingDays);

    /** @param number null where the kind compares nothing */
    static Condition of(Kind kind, @Nullable Integer number) {
        int compared = number == null ? 0 : number;
        return switch (kind) {
            case OVERDUE -> new Overdue(compared);
            case REPORT_OVERDUE -> new ReportOverdue(compared);
            case BEHIND -> new Behind(compared);
            case NOT_STARTED -> new NotStarted(compared);
            case RETURNED -> new Returned();
            case DUE_WITHIN -> new DueWithin(compared);
            case DONE_LATE -> new DoneLate(compared);
        };
    }

    /** @param days it is owed for more than so many days past its last one */
    record Overdue(int days) implements Condition {
        @Override
        public Kind kind() {
            return Kind.OVERDUE;
        }

        @Override
        public Integer number() {
            return days;
        }

        @Override
        public Optional<String> met(TaskFacts task, LocalDate today, WorkingDays workingDays) {
            return task.stage().owed() && task.dueOn() != null && DAYS.between(task.dueOn(), today) > days
                    ? Optional.of("已超办结期限" + Delay.since(task.dueOn(), today, workingDays))
                    : Optional.empty();
        }
    }

    /** @param days a report on it is owed for more than so many days past its last one */
    record ReportOverdue(int days) implements Condition {
        @Override
        public Kind kind() {
            return Kind.REPORT_OVERDUE;
        }

        @Override
        public Integer number() {
            return days;
        }

        @Override
        public Optional<String> met(TaskFacts task, LocalDate today, WorkingDays workingDays) {
            return task.stage().owed() && task.reportDueOn() != null && DAYS.between(task.reportDueOn(), today) > days
                    ? Optional.of("报送已逾期" + Delay.since(task.reportDueOn(), today, workingDays))
                    : Optional.empty();
        }
    }

    /** @param points so many or more behind scheduled progress */
    record Behind(int points) implements Condition {
        @Override
        public Kind kind() {
            return Kind.BEHIND;
        }

        @Override
        public Integer number() {
            return points;
        }

        @Override
        public Optional<String> met(TaskFacts task, LocalDate today, WorkingDays workingDays) {
            if (task.stage() != Stage.RUNNING || task.scheduled() == null) {
                return Optional.empty();
            }
            int behind = task.scheduled() - task.progress();
            return behind >= points
                    ? Optional.of("进度%d%%，序时进度%d%%，落后%d个百分点".formatted(task.progress(), task.scheduled(), behind))
                    : Optional.empty();
        }
    }

    /** @param months nothing was done in so many months since it began */
    record NotStarted(int months) implements Condition {
        @Override
        public Kind kind() {
            return Kind.NOT_STARTED;
        }

        @Override
        public Integer number() {
            return months;
        }

        @Override
        public Optional<String> met(TaskFacts task, LocalDate today, WorkingDays workingDays) {
            if (task.stage() != Stage.RUNNING || task.progress() > 0 || task.beganOn() == null) {
                return Optional.empty();
            }
            long passed = MONTHS.between(task.beganOn(), today);
            return passed >= months
                    ? Optional.of("自%s起已满%d个月，尚未启动".formatted(Delay.day(task.beganOn()), passed))
                    : Optional.empty();
        }
    }

    /** What was handed in came back and was not handed in again. */
    record Returned() implements Condition {
        @Override
        public Kind kind() {
            return Kind.RETURNED;
        }

        @Override
        public @Nullable Integer number() {
            return null;
        }

        @Override
        public Optional<String> met(TaskFacts task, LocalDate today, WorkingDays workingDays) {
            if (!task.stage().owed()) {
                return Optional.empty();
            }
            if (task.completionReturned()) {
                return Optional.of("办结申请被退回，尚未重新提交");
            }
            return task.reportReturned() ? Optional.of("报送被退回，尚未重报") : Optional.empty();
        }
    }

    /** @param days at most so many are left, days off included: a warning that skips the weekend comes too late */
    record DueWithin(int days) implements Condition {
        @Override
        public Kind kind() {
            return Kind.DUE_WITHIN;
        }

        @Override
        public Integer number() {
            return days;
        }

        @Override
        public Optional<String> met(TaskFacts task, LocalDate today, WorkingDays workingDays) {
            if (!task.stage().owed() || task.dueOn() == null) {
                return Optional.empty();
            }
            long left = DAYS.between(today, task.dueOn());
            return left >= 0 && left <= days ? Optional.of(Delay.until(task.dueOn(), today, "办结期限")) : Optional.empty();
        }
    }

    /** @param days it was closed more than so many days past its last one */
    record DoneLate(int days) implements Condition {
        @Override
        public Kind kind() {
            return Kind.DONE_LATE;
        }

        @Override
        public Integer number() {
            return days;
        }

        @Override
        public Optional<String> met(TaskFacts task, LocalDate today, WorkingDays workingDays) {
            return task.stage() == Stage.CLOSED
                            && task.closedOn() != null
                            && task.dueOn() != null
                            && DAYS.between(task.dueOn(), task.closedOn()) > days
                    ? Optional.of("逾期%s办结".formatted(Delay.since(task.dueOn(), task.closedOn(), workingDays)))
                    : Optional.empty();
        }
    }
}
