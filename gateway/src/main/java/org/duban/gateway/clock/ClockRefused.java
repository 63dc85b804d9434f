package org.duban.gateway.clock;

import java.util.List;
import org.duban.kit.web.FieldError;
import org.duban.kit.web.Refusal;

public final class ClockRefused extends Refusal {

    private ClockRefused(String code, String message, String pointer) {
        super(Kind.INVALID, code, message, List.of(new FieldError(pointer, message)));
    }

    static ClockRefused backwards() {
        return new ClockRefused("clock-backwards", "演练时钟只能往前拨", "/now");
    }

    static ClockRefused tooFar() {
        return new ClockRefused("clock-too-far", "演练时钟最多拨到2099年", "/now");
    }

    static ClockRefused unreadable() {
        return new ClockRefused("clock-amount", "时长写法无效，应如 P1D、PT2H", "/advance");
    }

    /** Neither or both of a moment and an amount. */
    public static ClockRefused ambiguous() {
        return new ClockRefused("clock-target", "请给出目标时间或前进的时长，二者择一", "/now");
    }
}
