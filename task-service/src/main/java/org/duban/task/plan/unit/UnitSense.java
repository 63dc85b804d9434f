package org.duban.task.plan.unit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a unit's name says: of which level it is, what it is in charge of, and in which form. 县医保局 and 安岳县医疗保障局 say the
 * same.
 *
 * @param level 市, 县 (also 区, 旗) or 乡; null where the name says none
 * @param matter what it is in charge of, in full words
 * @param form 局, 委, 办 and the like; empty where the name has none
 * @param shortened whether the matter stands in the name as an abbreviation
 */
record UnitSense(@Nullable String level, String matter, String form, boolean shortened) {

    private static final Map<String, String> FULL = read("/units/short-names.txt");
    private static final Pattern PLACE = Pattern.compile(
            "^(?:中共)?(?:[\\p{IsHan}]{2,7}?(?:省|自治区))?(?:[\\p{IsHan}]{2,6}?(?<city>市|州|盟))?(?:(?<county>[\\p{IsHan}]{2,9}?(?:自治县|县|区|旗|市(?!场))|\\p{IsHan}县))?(?=.{2,})");
    // 市场监管局 is of no 市, 乡村振兴局 of no 乡.
    private static final Pattern LEVEL =
            Pattern.compile("^(?:中共)?(?<level>市(?!场)|县(?!域)|区(?!域|划)|旗|州|盟|省|镇|乡(?!村)|街道)(?:级)?(?=.{2,})");
    private static final Pattern NO_PLACE = Pattern.compile("(?:开发区|高新区|经开区|新区|园区|示范区|景区|社区|城区|辖区)$");
    private static final Pattern FORM = Pattern.compile("(?:委员会|办公室|局|委|厅|办|部|处|中心)$");
    private static final Pattern REMARK = Pattern.compile("[（(][^）)]*[）)]$");

    /** @param county the county whose plan it is, as 安岳县; a county-level city's own units are 市… */
    static UnitSense of(String name, @Nullable String county) {
        String plain = REMARK.matcher(UnitNames.plain(name)).replaceFirst("");
        Matcher level = LEVEL.matcher(plain);
        boolean ownCity = county != null && county.endsWith("市");
        String rest = plain;
        String says = null;
        if (county != null && plain.startsWith(county) && plain.length() > county.length() + 1) {
            rest = plain.substring(county.length());
            says = "县";
        } else if (level.find()) {
            rest = plain.substring(level.end());
            says = rank(level.group("level"), ownCity);
        } else {
            Matcher place = PLACE.matcher(plain);
            if (place.find()
                    && place.end() > 1
                    && !NO_PLACE.matcher(place.group()).find()) {
                rest = plain.substring(place.end());
                says = place.group("county") != null ? "县" : place.group("city") != null ? "市" : null;
            }
        }
        Matcher form = FORM.matcher(rest);
        boolean formed = form.find() && form.start() > 0;
        String matter = formed ? rest.substring(0, form.start()) : rest;
        String full = FULL.getOrDefault(matter, matter);
        return new UnitSense(says, full, formed ? form.group() : "", !full.equals(matter));
    }

    /** Whether a text speaks of what the unit is in charge of, in full or in short: 医保支付 is 医疗保障局's. */
    boolean isSpokenOfIn(String text) {
        return matter.length() > 1
                && (text.contains(matter)
                        || FULL.entrySet().stream()
                                .anyMatch(one -> one.getValue().equals(matter)
                                        && one.getKey().length() > 1
                                        && text.contains(one.getKey())));
    }

    private static @Nullable String rank(String level, boolean ownCity) {
        return switch (level) {
            case "市", "州", "盟" -> ownCity ? "县" : "市";
            case "县", "区", "旗" -> "县";
            case "镇", "乡", "街道" -> "乡";
            default -> level;
        };
    }

    boolean isFormedLike(UnitSense other) {
        return formOf(form).equals(formOf(other.form));
    }

    private static String formOf(String form) {
        return switch (form) {
            case "委员会" -> "委";
            case "办公室" -> "办";
            default -> form;
        };
    }

    boolean isOfLevel(@Nullable String other) {
        return Objects.equals(level, other);
    }

    private static Map<String, String> read(String resource) {
        try (InputStream lines = Objects.requireNonNull(UnitSense.class.getResourceAsStream(resource), resource)) {
            Map<String, String> full = new HashMap<>();
            new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && line.contains("="))
                    .map(line -> line.split("=", 2))
                    .forEach(pair -> {
                        for (String one : pair[1].split("[,，、]")) {
                            full.putIfAbsent(one.strip().toLowerCase(Locale.ROOT), pair[0].strip());
                        }
                    });
            return Map.copyOf(full);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
