package org.duban.task.plan;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duban.task.plan.unit.UnitNames;
import org.jspecify.annotations.Nullable;

/** Which county a document is of, by whoever issued it or by its title: 安岳县人民政府办公室 is 安岳县's. */
final class CountyGuess {
    private static final String ABOVE = "^(?:[\\p{IsHan}]{2,8}?(?:省|自治区|自治州|市|州|盟|地区))*";

    private static final Pattern COUNTY =
            Pattern.compile(ABOVE + "([\\p{IsHan}]{2,9}(?:自治县|自治旗)|[\\p{IsHan}]{1,4}?[县旗区])(?!级|域|直)");

    // A county-level city stands after the city that it belongs to.
    private static final Pattern CITY_OF_CITY =
            Pattern.compile("^(?:[\\p{IsHan}]{2,8}?省)?[\\p{IsHan}]{2,6}?[市州盟]([\\p{IsHan}]{2,4}?市)人民政府");

    private static final List<String> NO_COUNTIES =
            List.of("示范区", "开发区", "高新区", "经开区", "新区", "园区", "社区", "地区", "自治区", "城区", "郊区", "辖区", "景区", "片区");

    private CountyGuess() {}

    static Optional<String> of(@Nullable String issuer, String title) {
        return Optional.ofNullable(issuer).flatMap(CountyGuess::in).or(() -> in(title));
    }

    private static Optional<String> in(String words) {
        String plain = UnitNames.plain(words);
        Matcher city = CITY_OF_CITY.matcher(plain);
        if (city.find()) {
            return Optional.of(city.group(1));
        }
        Matcher county = COUNTY.matcher(plain);
        return county.find() && NO_COUNTIES.stream().noneMatch(county.group(1)::endsWith)
                ? Optional.of(county.group(1))
                : Optional.empty();
    }
}
