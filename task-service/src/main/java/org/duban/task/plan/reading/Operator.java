package org.duban.task.plan.reading;

import com.fasterxml.jackson.annotation.JsonValue;

/** How an indicator's value is to be compared with what was reached. */
public enum Operator {
    AT_LEAST(">="),
    AT_MOST("<="),
    EXACTLY("="),
    BETWEEN("between");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    @JsonValue
    public String symbol() {
        return symbol;
    }
}
