package org.duban.meeting.conference;

import java.util.List;
import org.duban.kit.web.FieldError;
import org.duban.kit.web.Refusal;

/** What a meeting does not do, and why. */
public final class MeetingRefused extends Refusal {

    private MeetingRefused(Kind kind, String code, String detail, FieldError... errors) {
        super(kind, code, detail, List.of(errors));
    }

    static MeetingRefused unknown() {
        return new MeetingRefused(Kind.NOT_FOUND, "meeting-unknown", "没有这个会议");
    }

    static MeetingRefused notNow(Action action, Meeting.State state) {
        return new MeetingRefused(Kind.CONFLICT, "not-allowed-now", "会议" + state.words() + "，不能" + action.words());
    }

    static MeetingRefused notYours(Action action) {
        return new MeetingRefused(Kind.FORBIDDEN, "not-yours", "您无权" + action.words());
    }

    static MeetingRefused notAMember() {
        return new MeetingRefused(Kind.FORBIDDEN, "not-a-member", "只有联席会议成员单位可以提请召开会议");
    }

    static MeetingRefused withoutConsentingPost() {
        return new MeetingRefused(Kind.FORBIDDEN, "not-convener", "只有召集人或受召集人委托的负责人可以同意");
    }

    static MeetingRefused consentedAlready(Consent consent) {
        return new MeetingRefused(Kind.CONFLICT, "consented-already", consent.title() + consent.name() + "已经同意，无需再次同意");
    }

    static MeetingRefused withoutCause() {
        return invalid("without-cause", "/cause", "临时会议请写明召开事由");
    }

    static MeetingRefused nobodyInvited() {
        return invalid("nobody-invited", "/invitedUnitIds", "至少邀请一个单位");
    }

    static MeetingRefused unitUnknown(String pointer) {
        return invalid("unit-unknown", pointer, "单位不存在或已撤销");
    }

    static MeetingRefused notInvited(String pointer) {
        return invalid("not-invited", pointer, "该单位未受邀参加本次会议");
    }

    static MeetingRefused itemUnknown() {
        return new MeetingRefused(Kind.NOT_FOUND, "agenda-item-unknown", "没有这个议题");
    }

    static MeetingRefused proposerUnknown() {
        return invalid("proposer-unknown", "/unitId", "请指明提出议题的单位");
    }

    static MeetingRefused deputyUnnamed() {
        return invalid("deputy-unnamed", "/deputyName", "派员代会请填写代会人员姓名");
    }

    static MeetingRefused absenceWithoutReason() {
        return invalid("absence-without-reason", "/reason", "请假请写明理由");
    }

    private static MeetingRefused invalid(String code, String pointer, String detail) {
        return new MeetingRefused(Kind.INVALID, code, detail, new FieldError(pointer, detail));
    }
}
