package org.duban.task.plan.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** 成员单位, and whether another name stands for one of them. */
final class Roster {
    private static final Pattern BRACKET = Pattern.compile("[（(][^（(）)]*[）)]");
    private static final Pattern STATE_OWNED = Pattern.compile("^国有");
    private static final Pattern FORM = Pattern.compile("(?<=.{3})(?:管委会|管理委员会|有限责任公司|有限公司|股份有限公司)$");
    private static final int LONGEST_NAME = 120;
    private static final int MOST_COMPARED = 300;

    // 政府办 and 政府督查办 are two
    private static final Pattern NO_SHORT_NAME = Pattern.compile("政府|委");

    final List<Passage> members;
    private final Set<String> names;
    private final List<String> bareNames;
    private final Map<String, Boolean> otherNames = new HashMap<>();

    Roster(List<Passage> paragraphs, DocumentKind kind) {
        // those who attended a meeting are no members
        this(kind == DocumentKind.MINUTES ? List.of() : MemberLists.in(paragraphs));
    }

    Roster(List<Passage> members) {
        this.members = members;
        names = Set.copyOf(names());
        bareNames = names.stream()
                .filter(name -> name.length() <= LONGEST_NAME)
                .limit(MOST_COMPARED)
                .map(Roster::bare)
                .toList();
    }

    List<String> names() {
        return Units.texts(members);
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    boolean has(String unit) {
        return names.contains(unit);
    }

    /** Whether a member's name and this one stand for one unit: the shorter leaves out words of the longer, or a bracket. */
    boolean hasUnderAnotherName(String unit) {
        if (unit.length() > LONGEST_NAME) {
            return false;
        }
        return otherNames.computeIfAbsent(unit, name -> {
            var bare = bare(name);
            return bareNames.stream().anyMatch(member -> sameUnit(member, bare));
        });
    }

    private static boolean sameUnit(String a, String b) {
        if (a.equals(b)) {
            return true;
        }
        var longer = a.length() >= b.length() ? a : b;
        var shorter = a.length() >= b.length() ? b : a;
        boolean alike = shorter.length() >= 3 && shorter.charAt(0) == longer.charAt(0) || longer.contains(shorter);
        boolean leavesOut = shorter.length() * 2 >= longer.length() && subsequence(shorter, longer);
        return shortens(shorter, longer) || alike && leavesOut || longer.endsWith(shorter) && shorter.length() >= 4;
    }

    /** Whether the first name is the second with signs left out: 县人社局 and 县人力资源和社会保障局. */
    static boolean isShort(String name, String whole) {
        return name.length() < whole.length()
                && whole.length() <= LONGEST_NAME
                && name.charAt(0) == whole.charAt(0)
                && shortens(bare(name), bare(whole));
    }

    private static boolean shortens(String shorter, String longer) {
        boolean union = shorter.length() == 2 && shorter.endsWith("联") && longer.endsWith("联合会");
        char last = shorter.charAt(shorter.length() - 1);
        boolean office =
                shorter.length() >= 3 && last == longer.charAt(longer.length() - 1) && "学校所院".indexOf(last) < 0;
        return (union || office)
                && longer.length() > shorter.length()
                && !longer.endsWith(shorter)
                && shorter.charAt(0) == longer.charAt(0)
                && !NO_SHORT_NAME.matcher(shorter).lookingAt()
                && subsequence(shorter, longer);
    }

    private static String bare(String name) {
        var words = UnitName.withoutLevel(BRACKET.matcher(name).replaceAll(""));
        words = STATE_OWNED.matcher(words).replaceFirst("");
        return FORM.matcher(words).replaceFirst("");
    }

    private static boolean subsequence(String shorter, String longer) {
        int at = 0;
        for (char c : shorter.toCharArray()) {
            at = longer.indexOf(c, at) + 1;
            if (at == 0) {
                return false;
            }
        }
        return true;
    }
}
