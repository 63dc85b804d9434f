package org.duban.local.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A plan document of the demonstration, its days counted from the day it is issued. */
record PlanText(String resource) {

    private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("yyyy年M月d日");

    String issuedOn(LocalDate day) {
        LocalDate oneEnd = YearMonth.from(day).atEndOfMonth();
        LocalDate twoEnd = YearMonth.from(day).plusMonths(9).atEndOfMonth();
        LocalDate last = YearMonth.from(day).plusMonths(12).atEndOfMonth();
        String text = template();
        for (Map.Entry<String, String> word : Map.of(
                        "年", String.valueOf(day.getYear()),
                        "今日", CHINESE.format(day),
                        "一始", CHINESE.format(day),
                        "一终", CHINESE.format(oneEnd),
                        "二始", CHINESE.format(oneEnd.plusDays(1)),
                        "二终", CHINESE.format(twoEnd),
                        "三始", CHINESE.format(twoEnd.plusDays(1)),
                        "末日", CHINESE.format(last))
                .entrySet()) {
            text = text.replace("{{" + word.getKey() + "}}", word.getValue());
        }
        return text;
    }

    private String template() {
        try (@Nullable InputStream stream = PlanText.class.getResourceAsStream("/demo/" + resource)) {
            if (stream == null) {
                throw new IllegalStateException("no /demo/" + resource);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
