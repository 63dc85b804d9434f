package org.duban.meeting.directory;

import java.util.List;

/** How units are named: the short form that plans use, and the full form. */
final class Names {

    /** Bodies that carry their own full name, whatever county they sit in. */
    private static final List<String> NAMED_IN_FULL = List.of("国家", "国网", "中国", "省", "全国");

    private static final List<String> BEGIN_WITH_CITY_WORD = List.of("市场", "市政", "市容", "市民");

    private Names() {}

    /** Documents pad names with spaces, full-width ones among them (behaviours.md C10); a unit's name has none. */
    static String tidy(String name) {
        return name.replaceAll("[\\s\\u00a0\\u3000]+", "");
    }

    /** 县卫生健康局 in 云安县 is 云安县卫生健康局; a name that already says where it belongs stays. */
    static String full(County county, String shortName) {
        if (shortName.isEmpty()) {
            return shortName;
        }
        String place = county.name();
        String stem = place.substring(0, Math.max(1, place.length() - 1));
        if (shortName.contains(stem) && stem.length() > 1
                || NAMED_IN_FULL.stream().anyMatch(shortName::startsWith)) {
            return shortName;
        }
        boolean repeatsKind = shortName.charAt(0) == place.charAt(place.length() - 1)
                && BEGIN_WITH_CITY_WORD.stream().noneMatch(shortName::startsWith);
        return place + (repeatsKind ? shortName.substring(1) : shortName);
    }
}
