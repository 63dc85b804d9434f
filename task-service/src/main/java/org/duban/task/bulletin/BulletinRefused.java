package org.duban.task.bulletin;

import java.util.List;
import org.duban.kit.web.FieldError;
import org.duban.kit.web.Refusal;

/** Why a bulletin cannot be shown, written or issued. */
public final class BulletinRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private BulletinRefused(Kind kind, String code, String words, FieldError... errors) {
        super(kind, code, words, List.of(errors));
    }

    static BulletinRefused notFound() {
        return new BulletinRefused(Kind.NOT_FOUND, "bulletin-not-found", "没有这期通报，或尚未印发。");
    }

    static BulletinRefused notYourPlan() {
        return new BulletinRefused(Kind.FORBIDDEN, "not-your-plan", "这是市级方案的通报，由市级督导部门编发。");
    }

    static BulletinRefused issuedAlready() {
        return new BulletinRefused(Kind.CONFLICT, "bulletin-issued", "这期通报已经印发，内容不能再改。");
    }

    static BulletinRefused numbersChanged() {
        return new BulletinRefused(Kind.CONFLICT, "numbers-changed", "您打开之后又有单位报送或任务变化，数字已更新，请核对最新数字后再印发。");
    }

    static BulletinRefused unknownNumber(String field, String name) {
        String words = "“{%s}”不是可用的数字，请从列出的数字中选择。".formatted(name);
        return new BulletinRefused(Kind.INVALID, "unknown-number", words, new FieldError("/" + field, words));
    }
}
