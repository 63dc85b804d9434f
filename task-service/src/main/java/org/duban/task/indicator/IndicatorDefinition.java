package org.duban.task.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.duban.kit.web.FieldError;
import org.duban.task.plan.reading.Operator;
import org.jspecify.annotations.Nullable;

/**
 * What a person says that an indicator is.
 *
 * @param value the target; a per cent figure is 0 to 100
 * @param upper for a range only
 * @param soft 力争
 * @param dueOn by which day the target is to be reached; null where there is none
 * @param yearly targets on the way
 * @param units who measures it beside the lead units of the tasks that state it
 */
public record IndicatorDefinition(
        String name,
        String measure,
        Operator operator,
        BigDecimal value,
        @Nullable BigDecimal upper,
        boolean soft,
        @Nullable LocalDate dueOn,
        Cycle cycle,
        RollUp rollUp,
        Origin origin,
        List<YearlyTarget> yearly,
        List<UUID> units) {

    public record YearlyTarget(
            int year, BigDecimal value, @Nullable BigDecimal upper) {}

    Target target(BigDecimal value, @Nullable BigDecimal upper) {
        return new Target(operator, value, operator == Operator.BETWEEN ? upper : null, soft, measure);
    }

    List<FieldError> errors() {
        List<FieldError> errors = new ArrayList<>();
        check(value, upper, "", errors);
        Set<Integer> years = new HashSet<>();
        for (int i = 0; i < yearly.size(); i++) {
            YearlyTarget one = yearly.get(i);
            check(one.value(), one.upper(), "/yearly/" + i, errors);
            if (one.year() < 2000 || one.year() > 2100) {
                errors.add(new FieldError("/yearly/%d/year".formatted(i), "年份须在 2000 到 2100 之间"));
            } else if (!years.add(one.year())) {
                errors.add(new FieldError("/yearly/%d/year".formatted(i), "%d年写了两次目标".formatted(one.year())));
            }
        }
        if (origin == Origin.SATISFACTION && !measure.equals("%")) {
            errors.add(new FieldError("/measure", "满意率的计量单位是 %"));
        }
        return errors;
    }

    private void check(BigDecimal value, @Nullable BigDecimal upper, String at, List<FieldError> errors) {
        if (Amounts.tooLong(value)) {
            errors.add(new FieldError(at + "/value", "目标值整数不超过 15 位、小数不超过 6 位"));
        }
        if (operator == Operator.BETWEEN) {
            if (upper == null) {
                errors.add(new FieldError(at + "/upper", "区间目标须填写上限"));
            } else if (upper.compareTo(value) <= 0) {
                errors.add(new FieldError(at + "/upper", "上限须大于下限"));
            } else if (Amounts.tooLong(upper)) {
                errors.add(new FieldError(at + "/upper", "目标值整数不超过 15 位、小数不超过 6 位"));
            }
        }
    }
}
