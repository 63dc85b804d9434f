package org.duban.task.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
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

        String measure) {}
