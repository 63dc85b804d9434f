package org.duban.task.sheet.xlsx;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one cell shows.
 *
 * @param text never empty; a per cent figure as {@code 60%}
 * @param day where the cell holds a date
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Cell(String text, @Nullable LocalDate day) {}
