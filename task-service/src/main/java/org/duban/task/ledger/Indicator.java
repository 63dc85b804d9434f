package org.duban.task.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A target of a task.
 *
 * @param operator {@code >=}, {@code <=}, {@code =} or {@code between}
 * @param value a per cent figure is 0 to 100
 * @param upper for {@code between} only
 */
public record Indicator(
        String text,
        String operator,
        BigDecimal value,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BigDecimal upper,

        String measure) {

    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(?:\\.\\d+)?");
    private static final Set<String> OPERATORS = Set.of(">=", "<=", "=", "between");

    /** @param reported as a unit wrote it, with its measure: 85%; what says no number reaches nothing */
    boolean reachedBy(String reported) {
        Matcher number = NUMBER.matcher(reported.replace(",", ""));
        if (!number.find()) {
            return false;
        }
        BigDecimal is = new BigDecimal(number.group());
        return switch (operator) {
            case ">=" -> is.compareTo(value) >= 0;
            case "<=" -> is.compareTo(value) <= 0;
            case "=" -> is.compareTo(value) == 0;
            default -> upper != null && is.compareTo(value) >= 0 && is.compareTo(upper) <= 0;
        };
    }

    /** Whether software that sent it left nothing out. */
    public boolean complete() {
        return Stream.of(text, operator, value, measure).allMatch(Objects::nonNull)
                && OPERATORS.contains(operator)
                && operator.equals("between") == (upper != null);
    }
}
