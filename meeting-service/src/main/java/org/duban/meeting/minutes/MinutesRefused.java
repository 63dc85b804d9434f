package org.duban.meeting.minutes;

import java.util.List;
import org.duban.kit.web.FieldError;
import org.duban.kit.web.Refusal;

/** What minutes do not do, and why. */
public final class MinutesRefused extends Refusal {

    private MinutesRefused(Kind kind, String code, String detail, FieldError... errors) {
        super(kind, code, detail, List.of(errors));
    }

    static MinutesRefused unknown() {
        return new MinutesRefused(Kind.CONFLICT, "no-minutes", "会议尚无纪要，请先起草");
    }

    static MinutesRefused frozen() {
        return new MinutesRefused(Kind.CONFLICT, "minutes-issued", "纪要已印发，不能再改动");
    }

    static MinutesRefused empty() {
        return new MinutesRefused(Kind.CONFLICT, "minutes-empty", "纪要没有正文，也没有议定事项，不能印发");
    }

    static MinutesRefused notIssued() {
        return new MinutesRefused(Kind.CONFLICT, "not-allowed-now", "纪要尚未印发，不能签收");
    }

    static MinutesRefused notARecipient() {
        return new MinutesRefused(Kind.FORBIDDEN, "not-a-recipient", "纪要未发送贵单位，无需签收");
    }

    static MinutesRefused withoutText(String pointer) {
        return invalid("resolution-without-text", pointer, "议定事项须写明内容");
    }

    static MinutesRefused withoutLead(String pointer) {
        return invalid("resolution-without-lead", pointer, "议定事项至少要有一个牵头单位");
    }

    static MinutesRefused leadAndCooperating(String pointer) {
        return invalid("lead-and-cooperating", pointer, "同一单位不能既牵头又配合");
    }

    static MinutesRefused dueBeforeIssue(String pointer) {
        return invalid("due-before-issue", pointer, "议定事项的完成时限不能早于印发日期");
    }

    static MinutesRefused unitUnknown(String pointer) {
        return invalid("unit-unknown", pointer, "单位不存在或已撤销");
    }

    static MinutesRefused itemUnknown(String pointer) {
        return invalid("agenda-item-unknown", pointer, "本次会议没有这个议题");
    }

    static MinutesRefused itemWithoutConsent(String pointer) {
        return new MinutesRefused(
                Kind.CONFLICT, "agenda-item-without-consent", "议题未经召集人同意，不能列入纪要", new FieldError(pointer, "议题未经召集人同意"));
    }

    private static MinutesRefused invalid(String code, String pointer, String detail) {
        return new MinutesRefused(Kind.INVALID, code, detail, new FieldError(pointer, detail));
    }
}
