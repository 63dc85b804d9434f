package org.duban.task.plan.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.duban.kit.web.BadRequest;
import org.duban.task.plan.draft.Change;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A merge patch: what is absent stays, what is null is cleared where it may be. A wrong value is a 400 that names its field. */
final class Patch {
    private static final int MOST_DIGITS = 12;
    private static final int MOST_DECIMALS = 6;

    private final JsonNode body;
    private final String at;

    private Patch(JsonNode body, String at) {
        this.body = body;
        this.at = at;
    }

    static Patch of(JsonNode body) {
        if (!body.isObject()) {
            throw new BadRequest("", "请求内容须是一个对象");
        }
        return new Patch(body, "");
    }

    /** @return the text where it is given */
    @Nullable
    String text(String field, int longest) {
        JsonNode value = body.get(field);
        if (value == null) {
            return null;
        }
        String text = value.isString() ? value.stringValue().strip() : "";
        if (text.isEmpty() || text.length() > longest) {
            throw wrong(field, "须是1到%d个字".formatted(longest));
        }
        return text;
    }

    String requiredText(String field, int longest) {
        String text = text(field, longest);
        if (text == null) {
            throw wrong(field, "请填写");
        }
        return text;
    }

    @Nullable
    Change<String> clearableText(String field, int longest) {
        JsonNode value = body.get(field);
        if (value == null) {
            return null;
        }
        boolean empty =
                value.isNull() || (value.isString() && value.stringValue().isBlank());
        return new Change<>(empty ? null : text(field, longest));
    }

    @Nullable
    Change<LocalDate> clearableDay(String field) {
        JsonNode value = body.get(field);
        if (value == null) {
            return null;
        }
        return new Change<>(value.isNull() ? null : requiredDay(field));
    }

    @Nullable
    LocalDate optionalDay(String field) {
        JsonNode value = body.get(field);
        return value == null || value.isNull() ? null : requiredDay(field);
    }

    LocalDate requiredDay(String field) {
        JsonNode value = body.get(field);
        try {
            LocalDate day = LocalDate.parse(value == null ? "" : value.asString(""));
            if (day.getYear() < 1900 || day.getYear() > 2999) {
                throw wrong(field, "日期不在合理范围内");
            }
            return day;
        } catch (DateTimeParseException notADay) {
            throw wrong(field, "日期须写成 2026-11-25 的样子");
        }
    }

    @Nullable
    Change<UUID> clearableId(String field) {
        JsonNode value = body.get(field);
        if (value == null) {
            return null;
        }
        return new Change<>(value.isNull() ? null : requiredId(field));
    }

    UUID requiredId(String field) {
        JsonNode value = body.get(field);
        try {
            return UUID.fromString(value == null ? "" : value.asString(""));
        } catch (IllegalArgumentException notAnId) {
            throw wrong(field, "编号不正确");
        }
    }

    @Nullable
    Integer number(String field, int least, int most) {
        JsonNode value = body.get(field);
        if (value == null) {
            return null;
        }
        if (!value.canConvertToInt()
                || !value.isIntegralNumber()
                || value.intValue() < least
                || value.intValue() > most) {
            throw wrong(field, "须是%d到%d之间的整数".formatted(least, most));
        }
        return value.intValue();
    }

    int requiredNumber(String field, int least, int most) {
        Integer number = number(field, least, most);
        if (number == null) {
            throw wrong(field, "请填写");
        }
        return number;
    }

    @Nullable
    List<Integer> numbers(String field, int least, int most) {
        JsonNode value = body.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isArray() || value.size() > most) {
            throw wrong(field, "须是整数的列表");
        }
        List<Integer> numbers = new ArrayList<>();
        for (JsonNode one : value) {
            if (!one.isIntegralNumber() || !one.canConvertToInt() || one.intValue() < least || one.intValue() > most) {
                throw wrong(field + "/" + numbers.size(), "须是%d到%d之间的整数".formatted(least, most));
            }
            numbers.add(one.intValue());
        }
        return numbers;
    }

    BigDecimal requiredDecimal(String field) {
        JsonNode value = body.get(field);
        // 1e400 is a number to JSON, and none to count with.
        BigDecimal number = value == null || !value.isNumber()
                ? null
                : value.decimalValueOpt().orElse(null);
        if (number == null) {
            throw wrong(field, "须是数字");
        }
        if (number.precision() - number.scale() > MOST_DIGITS
                || number.stripTrailingZeros().scale() > MOST_DECIMALS) {
            throw wrong(field, "整数部分不超过%d位，小数不超过%d位".formatted(MOST_DIGITS, MOST_DECIMALS));
        }
        return number;
    }

    @Nullable
    BigDecimal optionalDecimal(String field) {
        JsonNode value = body.get(field);
        return value == null || value.isNull() ? null : requiredDecimal(field);
    }

    <E extends Enum<E>> @Nullable E word(String field, Class<E> type) {
        JsonNode value = body.get(field);
        if (value == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(value.asString("").toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> wrong(field, "没有这样的取值"));
    }

    /** @return the names, each once, in the order given */
    @Nullable
    List<String> names(String field, int longest, int most) {
        JsonNode value = body.get(field);
        if (value == null) {
            return null;
        }
        if (!value.isArray() || value.size() > most) {
            throw wrong(field, "须是不超过%d项的名称".formatted(most));
        }
        List<String> names = new ArrayList<>();
        for (JsonNode one : value) {
            String name = one.isString() ? one.stringValue().strip() : "";
            if (name.isEmpty() || name.length() > longest) {
                throw wrong(field + "/" + names.size(), "名称须是1到%d个字".formatted(longest));
            }
            names.add(name);
        }
        return names.stream().distinct().toList();
    }

    @Nullable
    List<Patch> parts(String field, int most) {
        JsonNode value = body.get(field);
        if (value == null) {
            return null;
        }
        if (!value.isArray() || value.size() > most) {
            throw wrong(field, "须是不超过%d项的列表".formatted(most));
        }
        List<Patch> parts = new ArrayList<>();
        for (JsonNode one : value) {
            String where = at + "/" + field + "/" + parts.size();
            if (!one.isObject()) {
                throw new BadRequest(where, "须是一个对象");
            }
            parts.add(new Patch(one, where));
        }
        return parts;
    }

    @Nullable
    Patch part(String field) {
        JsonNode value = body.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isObject()) {
            throw wrong(field, "须是一个对象");
        }
        return new Patch(value, at + "/" + field);
    }

    BadRequest wrong(String field, String words) {
        return new BadRequest(at + "/" + field, words);
    }
}
