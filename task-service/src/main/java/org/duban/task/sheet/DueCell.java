package org.duban.task.sheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duban.task.plan.reading.CellReader;
import org.duban.task.sheet.xlsx.Cell;
import org.jspecify.annotations.Nullable;

/** What a 时限 cell says: a last day, that there is none (常态化, behaviours.md B11), or nothing that can be relied on. */
record DueCell(@Nullable LocalDate day, boolean standing) {
    private static final Pattern STANDING =
            Pattern.compile("(?:长期|常态化|持续|常年|全年|经常性|永久|日常)(?:任务|坚持|推进|开展|实施|进行|工作|化|性|有效)*(?:推进|开展|实施)?[。.]?");
    private static final Pattern WHOLE =
            Pattern.compile("(\\d{4})\\s*[-./年．－]\\s*(\\d{1,2})\\s*[-./月．－]\\s*(\\d{1,2})\\s*日?\\s*(?:之?前|以前|底前|止)?");
    private static final Pattern PACKED = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})");
    private static final Pattern DIGITS = Pattern.compile("[\\d.]+");
    private static final Pattern MONTH = Pattern.compile("(?<!\\d)(\\d+)\\s*月|\\d{4}\\s*[-./．]\\s*(\\d+)");
    private static final Pattern DAY_OF_MONTH = Pattern.compile("月\\s*(\\d+)\\s*[日号]");

    /** Days since 1900 as a workbook counts them, for 2000 to 2099, where a date was left formatted as a number. */
    private static final Pattern SERIAL = Pattern.compile("(?:3[7-9]|[4-6]\\d|7[0-2])\\d{3}");

    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);

    /** @return empty where it cannot be told */
    static Optional<DueCell> of(Cell cell, LocalDate today, CellReader reader) {
        if (cell.day() != null) {
            return day(Optional.of(cell.day()));
        }
        String words = java.text.Normalizer.normalize(cell.text(), java.text.Normalizer.Form.NFKC)
                .strip();
        if (STANDING.matcher(words.replaceAll("\\s+", "")).matches()) {
            return Optional.of(new DueCell(null, true));
        }
        Matcher whole = WHOLE.matcher(words);
        if (whole.matches()) {
            return day(date(whole));
        }
        Matcher packed = PACKED.matcher(words);
        if (packed.matches()) {
            return day(date(packed));
        }
        if (SERIAL.matcher(words).matches()) {
            return day(Optional.of(EPOCH.plusDays(Integer.parseInt(words))));
        }
        if (DIGITS.matcher(words).matches() && !words.matches("(?:19|20)\\d{2}\\.(?:0?[1-9]|1[0-2])")) {
            return Optional.empty();
        }
        return impossible(MONTH, words, 12) || impossible(DAY_OF_MONTH, words, 31)
                ? Optional.empty()
                : day(reader.lastDay(words, today));
    }

    private static Optional<DueCell> day(Optional<LocalDate> day) {
        return day.filter(one -> one.getYear() >= 2000 && one.getYear() < 2100).map(one -> new DueCell(one, false));
    }

    private static Optional<LocalDate> date(Matcher parts) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    // 13月 would be read as the month 3 or as the whole year.
    private static boolean impossible(Pattern pattern, String words, int most) {
        Matcher found = pattern.matcher(words);
        while (found.find()) {
            String digits = found.group(1) != null ? found.group(1) : found.group(2);
            if (digits.length() > 2 || Integer.parseInt(digits) > most || Integer.parseInt(digits) == 0) {
                return true;
            }
        }
        return false;
    }
}
