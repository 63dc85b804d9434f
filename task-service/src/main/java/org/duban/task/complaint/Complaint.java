package org.duban.task.complaint;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.duban.task.calendar.WorkingDays;
import org.duban.task.contract.ComplaintEvent;
import org.duban.task.contract.ComplaintEvent.Case;
import org.duban.task.contract.ComplaintEvent.ComplaintAnswerReturned;
import org.duban.task.contract.ComplaintEvent.ComplaintAnswerSubmitted;
import org.duban.task.contract.ComplaintEvent.ComplaintAnswered;
import org.duban.task.contract.ComplaintEvent.ComplaintGiven;
import org.duban.task.contract.ComplaintEvent.ComplaintRated;
import org.duban.task.contract.ComplaintEvent.ComplaintReceived;
import org.duban.task.contract.ComplaintEvent.ComplaintRejected;
import org.duban.task.contract.ComplaintEvent.ComplaintVerified;
import org.duban.task.contract.ComplaintEvent.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A complaint or suggestion and how it is dealt with. Each decision gives it as it is afterwards, with what there is to tell.
 *
 * @param countyId the county it was addressed to; null for the city
 * @param handler who took it up, and alone sees whom to call; null before
 * @param given the unit that is to answer; null before
 * @param answer the unit's, shown to the public once approved
 * @param reason why it was not taken up, or why the answer came back
 */
record Complaint(
        UUID id,
        long version,
        Kind kind,
        Number number,
        @Nullable UUID countyId,
        LocalDate receivedOn,
        ComplaintState state,
        @Nullable Handler handler,
        @Nullable Given given,
        @Nullable Answer answer,
        @Nullable String reason,
        @Nullable Rating rating) {

    static final int WORKING_DAYS_TO_ANSWER = 15;
    static final int WORKING_DAYS_TO_REVISE = 3;

    /** In the series of its year. */
    record Number(int year, int value) {
        String words(Kind kind) {
            return "%s〔%d〕%d号".formatted(kind == Kind.COMPLAINT ? "投诉" : "建议", year, value);
        }
    }

    /** @param subject the account */
    record Handler(String subject, String name) {}

    record Given(UUID unitId, @Nullable UUID unitCountyId, LocalDate on, LocalDate dueOn) {}

    /** @param answeredOn when it was approved; null until then */
    record Answer(
            String words, LocalDate submittedOn, @Nullable LocalDate answeredOn) {}

    /** @param stars 1 to 5 */
    record Rating(int stars, @Nullable String words, LocalDate on) {
        Rating {
            if (stars < 1 || stars > 5) {
                throw new IllegalArgumentException("1 to 5 stars");
            }
        }
    }

    /** What a decision changes, what it tells and how history words it. */
    record Decision(
            Complaint complaint,
            ComplaintAction action,
            @Nullable String words,
            @Nullable ComplaintEvent event) {}

    static Decision file(UUID id, Kind kind, Number number, @Nullable UUID county, LocalDate today) {
        Complaint filed = new Complaint(
                id, 1, kind, number, county, today, ComplaintState.RECEIVED, null, null, null, null, null);
        return new Decision(filed, ComplaintAction.FILE, null, new ComplaintReceived(filed.told(), today));
    }

    Decision verify(Handler by) {
        Complaint after = in(ComplaintAction.VERIFY).handled(by);
        return new Decision(after, ComplaintAction.VERIFY, null, new ComplaintVerified(after.told()));
    }

    Decision reject(String reason, Handler by) {
        Complaint after = in(ComplaintAction.REJECT).handled(by).because(reason);
        return new Decision(after, ComplaintAction.REJECT, reason, new ComplaintRejected(after.told()));
    }

    /** Another supervisor goes on with it, and sees whom to call from now on. */
    Decision takeOver(Handler by) {
        Complaint after = in(ComplaintAction.TAKE_OVER).handled(by);
        return new Decision(after, ComplaintAction.TAKE_OVER, null, null);
    }

    /** @param workingDays for the answer; null for {@value #WORKING_DAYS_TO_ANSWER} */
    Decision give(
            UUID unit,
            @Nullable UUID unitCounty,
            @Nullable Integer workingDays,
            @Nullable String words,
            LocalDate today,
            WorkingDays days) {
        LocalDate dueOn = days.plus(today, workingDays == null ? WORKING_DAYS_TO_ANSWER : workingDays);
        Complaint after = in(ComplaintAction.GIVE)
                .given(new Given(unit, unitCounty, today, dueOn))
                .answered(null)
                .because(null);
        UUID before = given == null ? null : given.unitId();
        return new Decision(after, ComplaintAction.GIVE, words, new ComplaintGiven(after.told(), unit, dueOn, before));
    }

    Decision submitAnswer(String words, LocalDate today) {
        Complaint after = in(ComplaintAction.SUBMIT_ANSWER)
                .answered(new Answer(words, today, null))
                .because(null);
        return new Decision(
                after, ComplaintAction.SUBMIT_ANSWER, words, new ComplaintAnswerSubmitted(after.told(), after.unit()));
    }

    Decision approveAnswer(LocalDate today) {
        Complaint after = in(ComplaintAction.APPROVE_ANSWER);
        Answer submitted = Objects.requireNonNull(answer);
        after = after.answered(new Answer(submitted.words(), submitted.submittedOn(), today));
        return new Decision(
                after, ComplaintAction.APPROVE_ANSWER, null, new ComplaintAnswered(after.told(), after.unit(), today));
    }

    /** The unit gets {@value #WORKING_DAYS_TO_REVISE} working days from today, or keeps its day where that is later. */
    Decision returnAnswer(String reason, LocalDate today, WorkingDays days) {
        Complaint after = in(ComplaintAction.RETURN_ANSWER).because(reason);
        Given had = Objects.requireNonNull(given);
        LocalDate again = days.plus(today, WORKING_DAYS_TO_REVISE);
        LocalDate dueOn = had.dueOn().isAfter(again) ? had.dueOn() : again;
        after = after.given(new Given(had.unitId(), had.unitCountyId(), had.on(), dueOn));
        return new Decision(
                after,
                ComplaintAction.RETURN_ANSWER,
                reason,
                new ComplaintAnswerReturned(after.told(), had.unitId(), dueOn, reason));
    }

    Decision rate(Rating rating) {
        Complaint after = in(ComplaintAction.RATE).rated(rating);
        return new Decision(
                after,
                ComplaintAction.RATE,
                rating.words(),
                new ComplaintRated(after.told(), after.unit(), rating.stars()));
    }

    /** Something else may follow from it, as a rectification, only once somebody has taken it up. */
    void requireTakenUp() {
        if (!state.takenUp()) {
            throw ComplaintRefused.notTakenUp();
        }
    }

    private UUID unit() {
        return Objects.requireNonNull(given).unitId();
    }

    private Case told() {
        return new Case(id, version, kind, number.words(kind), countyId);
    }

    // Every decision passes here once, so that it counts as one new version.
    private Complaint in(ComplaintAction action) {
        ComplaintState next =
                ComplaintLife.after(state, action).orElseThrow(() -> ComplaintRefused.notAllowedNow(state, action));
        return new Complaint(
                id, version + 1, kind, number, countyId, receivedOn, next, handler, given, answer, reason, rating);
    }

    private Complaint handled(Handler by) {
        return new Complaint(id, version, kind, number, countyId, receivedOn, state, by, given, answer, reason, rating);
    }

    private Complaint given(Given to) {
        return new Complaint(
                id, version, kind, number, countyId, receivedOn, state, handler, to, answer, reason, rating);
    }

    private Complaint answered(@Nullable Answer with) {
        return new Complaint(
                id, version, kind, number, countyId, receivedOn, state, handler, given, with, reason, rating);
    }

    private Complaint because(@Nullable String why) {
        return new Complaint(
                id, version, kind, number, countyId, receivedOn, state, handler, given, answer, why, rating);
    }

    private Complaint rated(Rating as) {
        return new Complaint(
                id, version, kind, number, countyId, receivedOn, state, handler, given, answer, reason, as);
    }
}
