package org.duban.task.ledger;

import java.time.LocalDate;
import org.springframework.data.relational.core.mapping.Table;

/** 实施阶段 of a plan, both days included. */
@Table("plan_phase")
public record Phase(String name, LocalDate startsOn, LocalDate endsOn) {
    boolean covers(LocalDate day) {
        return !day.isBefore(startsOn) && !day.isAfter(endsOn);
    }
}
