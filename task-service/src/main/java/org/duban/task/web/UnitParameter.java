package org.duban.task.web;

import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.web.BadRequest;
import org.jspecify.annotations.Nullable;

/** {@code unit=} of a list: an id, or {@code me}. */
public final class UnitParameter {
    private UnitParameter() {}

    /** @return null where none is asked for */
    public static @Nullable UUID of(@Nullable String text, Caller caller) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.equals("me")) {
            if (caller.unit() == null) {
                throw new BadRequest("unit", "您的账号没有对应单位，请指定单位编号");
            }
            return caller.unit();
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new BadRequest("unit", "单位须是单位编号或 me");
        }
    }
}
