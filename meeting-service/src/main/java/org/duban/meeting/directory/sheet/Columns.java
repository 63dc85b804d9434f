package org.duban.meeting.directory.sheet;

import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.duban.meeting.contract.DirectoryEvent.Level;
import org.duban.meeting.contract.DirectoryEvent.Role;

/** Names of the sheets and their columns, and the words that stand for levels and roles. */
final class Columns {

    static final String UNITS = "单位";
    static final String POSTS = "岗位";

    static final String COUNTY = "区县";
    static final String SHORT_NAME = "简称";
    static final String NAME = "全称";
    static final String LEVEL = "级别";
    static final String ALIASES = "别名";

    static final String UNIT = "单位";
    static final String TITLE = "岗位";
    static final String ROLE = "角色";
    static final String HOLDER = "任职人员";
    static final String EMAIL = "邮箱";
    static final String PHONE = "电话";
    static final String SINCE = "任职日期";

    static final List<String> OF_UNITS = List.of(COUNTY, SHORT_NAME, NAME, LEVEL, ALIASES);
    static final List<String> OF_POSTS = List.of(COUNTY, UNIT, TITLE, ROLE, HOLDER, EMAIL, PHONE, SINCE);

    private static final Map<Level, String> LEVELS = Map.of(Level.CITY, "市级", Level.COUNTY, "县级", Level.TOWNSHIP, "乡镇");

    private static final Map<Role, String> ROLES = Map.of(
            Role.SUPERVISOR, "督导人员",
            Role.SECRETARY, "联席会议办公室",
            Role.CONVENER, "召集人",
            Role.LIAISON, "联络员",
            Role.UNIT_HEAD, "单位负责人",
            Role.COUNTY_OFFICE, "区县办公室",
            Role.ADMIN, "系统管理员");

    private Columns() {}

    static String words(Level level) {
        return LEVELS.getOrDefault(level, level.name());
    }

    static String words(Role role) {
        return ROLES.getOrDefault(role, role.name());
    }

    static Level level(String words) {
        return meant(LEVELS, words, LEVEL, "级别应为市级、县级或乡镇");
    }

    static Role role(String words) {
        return meant(
                ROLES,
                words,
                ROLE,
                "角色应为" + String.join("、", ROLES.values().stream().sorted().toList()) + "之一");
    }

    private static <T extends Enum<T>> T meant(Map<T, String> all, String words, String column, String otherwise) {
        return all.entrySet().stream()
                .filter(entry ->
                        entry.getValue().equals(words) || entry.getKey().name().equals(words))
                .map(Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new Grid.RowFault(column, otherwise));
    }
}
