package org.duban.task.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as people write and read them. */
final class Amounts {
    private static final int SHOWN_DIGITS = 2;
    private static final int MOST_DIGITS = 15;
    private static final Pattern WRITTEN =
            Pattern.compile("[约共计]?\\s*(-?\\d{1,15}(?:,\\d{3})*(?:\\.\\d{1,6})?)\\s*([万亿]?)\\s*(\\D{0,12})");

    private Amounts() {}

    /** Without trailing zeros and exponent; a long fraction is cut, not rounded: 89.996 is not 90. */
    static BigDecimal shown(BigDecimal value) {
        BigDecimal cut =
                value.scale() > SHOWN_DIGITS && value.stripTrailingZeros().scale() > SHOWN_DIGITS
                        ? value.setScale(SHOWN_DIGITS, RoundingMode.DOWN)
                        : value;
        return plain(cut);
    }

    static BigDecimal plain(BigDecimal value) {
        BigDecimal bare = value.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }

    static String words(BigDecimal value) {
        return shown(value).toPlainString();
    }

    static boolean tooLong(BigDecimal value) {
        BigDecimal bare = value.stripTrailingZeros();
        return bare.scale() > 6 || (long) bare.precision() - bare.scale() > MOST_DIGITS;
    }

    private static int zeros(String scale) {
        return scale.equals("万") ? 4 : 8;
    }

    /**
     * What a unit wrote in a report: 85, 85%, 1,200名, 1.2万人次.
     *
     * @param measure of the indicator; what the unit wrote in 万 is counted in 万 where the indicator is
     * @return empty where it is no single number, as 八成左右 or 3至5
     */
    static Optional<BigDecimal> read(String written, String measure) {
        Matcher found = WRITTEN.matcher(
                Normalizer.normalize(written.strip(), Normalizer.Form.NFKC).strip());
        if (!found.matches()) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(found.group(1).replace(",", ""));
        String scale = found.group(2);
        if (!scale.isEmpty()) {
            return Optional.of(measure.startsWith(scale) ? value : value.scaleByPowerOfTen(zeros(scale)));
        }
        boolean smaller = !measure.isEmpty()
                && "万亿".contains(measure.substring(0, 1))
                && found.group(3).equals(measure.substring(1));
        return Optional.of(smaller ? value.scaleByPowerOfTen(-zeros(measure.substring(0, 1))) : value);
    }
}
