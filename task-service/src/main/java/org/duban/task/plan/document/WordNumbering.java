package org.duban.task.plan.document;

import static org.duban.task.plan.document.WordXml.attribute;
import static org.duban.task.plan.document.WordXml.child;
import static org.duban.task.plan.document.WordXml.name;
import static org.duban.task.plan.document.WordXml.number;
import static org.duban.task.plan.document.WordXml.value;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Node;

/** Counts as Word counts, so that （一）made by Word reads like （一）typed by hand. */
final class WordNumbering {
    private static final int LEVELS = 9;
    private static final Pattern CONTENTS = Pattern.compile("(?i)toc [1-9]");

    private record Place(String list, int level) {}

    /** @param restart after which levels it starts anew: 0 for none, -1 for all above it */
    private record Level(
            int start,
            String format,
            String text,
            int restart,
            boolean plain,
            @Nullable String style) {}

    private final Map<String, String> lists = new HashMap<>();
    private final Map<String, String> linkedStyles = new HashMap<>();
    private final Map<String, Map<Integer, Level>> overrides = new HashMap<>();
    private final Map<String, Map<Integer, Level>> levels = new HashMap<>();
    private final Map<String, Map<Integer, Integer>> starts = new HashMap<>();
    private final Map<String, Node> styles = new HashMap<>();
    private final Map<String, int[]> counters = new HashMap<>();

    WordNumbering(OPCPackage file) throws IOException {
        part(file, "/numbering.xml", this::readNumbering);
        part(file, "/styles.xml", (name, node) -> {
            var id = attribute(node, "styleId");
            if (name.equals("style") && id != null) {
                styles.put(id, node);
            }
        });
    }

    /** The number that Word prints before the paragraph; empty where it prints none. Counts on. */
    String next(Node paragraph) {
        var place = place(paragraph);
        var level = place == null ? null : level(place);
        return place == null || level == null ? "" : printed(place, level);
    }

    /** Whether the paragraph is a line of the 目录. */
    boolean isContents(Node paragraph) {
        var id = value(child(paragraph, "pPr"), "pStyle");
        var style = id == null ? null : styles.get(id);
        var name = style == null ? null : value(style, "name");
        return name != null && CONTENTS.matcher(name).matches();
    }

    private static void part(OPCPackage file, String name, BiConsumer<String, Node> entries) throws IOException {
        for (var part : file.getPartsByName(Pattern.compile(".*" + Pattern.quote(name)))) {
            for (var node = WordXml.root(part).getFirstChild(); node != null; node = node.getNextSibling()) {
                entries.accept(name(node), node);
            }
        }
    }

    private void readNumbering(String kind, Node node) {
        if (kind.equals("abstractNum")) {
            var id = attribute(node, "abstractNumId");
            levels.put(id == null ? "" : id, readLevels(node));
            var style = value(node, "numStyleLink");
            if (id != null && style != null) {
                linkedStyles.put(id, style);
            }
        } else if (kind.equals("num")) {
            var id = attribute(node, "numId");
            var list = value(node, "abstractNumId");
            if (id != null && list != null) {
                lists.put(id, list);
                starts.put(id, readStarts(node));
                overrides.put(id, readOverrides(node));
            }
        }
    }

    private static Map<Integer, Level> readLevels(Node list) {
        var levels = new HashMap<Integer, Level>();
        for (var node = list.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (name(node).equals("lvl")) {
                levels.put(number(attribute(node, "ilvl"), 0), readLevel(node));
            }
        }
        return levels;
    }

    private static Level readLevel(Node node) {
        var format = value(node, "numFmt");
        var text = value(node, "lvlText");
        var plain = child(node, "isLgl");
        return new Level(
                number(value(node, "start"), 1),
                format == null ? "decimal" : format,
                text == null ? "" : text,
                number(value(node, "lvlRestart"), -1),
                plain != null && !"0".equals(attribute(plain, "val")),
                value(node, "pStyle"));
    }

    private static Map<Integer, Level> readOverrides(Node number) {
        var levels = new HashMap<Integer, Level>();
        for (var node = number.getFirstChild(); node != null; node = node.getNextSibling()) {
            var level = name(node).equals("lvlOverride") ? child(node, "lvl") : null;
            if (level != null) {
                levels.put(number(attribute(node, "ilvl"), 0), readLevel(level));
            }
        }
        return levels;
    }

    private static Map<Integer, Integer> readStarts(Node number) {
        var starts = new HashMap<Integer, Integer>();
        for (var node = number.getFirstChild(); node != null; node = node.getNextSibling()) {
            var start = value(node, "startOverride");
            if (name(node).equals("lvlOverride") && start != null) {
                starts.put(number(attribute(node, "ilvl"), 0), number(start, 1));
            }
        }
        return starts;
    }

    // the paragraph's own numbering, else its style's, else what that style is based on
    private @Nullable Place place(Node paragraph) {
        var properties = child(paragraph, "pPr");
        var own = child(properties, "numPr");
        if (own != null && value(own, "numId") != null) {
            return place(own, number(value(own, "ilvl"), 0));
        }
        var styleId = value(properties, "pStyle");
        for (int hops = 0; styleId != null && hops < 12; hops++) {
            var style = styles.get(styleId);
            var inherited = child(child(style, "pPr"), "numPr");
            if (inherited != null && value(inherited, "numId") != null) {
                var said = own != null && value(own, "ilvl") != null ? value(own, "ilvl") : value(inherited, "ilvl");
                return place(inherited, said == null ? levelOf(styleId, inherited) : number(said, 0));
            }
            styleId = value(style, "basedOn");
        }
        return null;
    }

    // a level may name its style, rather than the style its level
    private int levelOf(String style, Node numbering) {
        var id = value(numbering, "numId");
        for (int level = 0; id != null && level < LEVELS; level++) {
            var candidate = level(new Place(id, level));
            if (candidate != null && style.equals(candidate.style)) {
                return level;
            }
        }
        return 0;
    }

    private static @Nullable Place place(Node numbering, int level) {
        var id = value(numbering, "numId");
        return id == null || id.equals("0") ? null : new Place(id, Math.clamp(level, 0, LEVELS - 1));
    }

    private @Nullable Level level(Place place) {
        var own = overrides.getOrDefault(place.list, Map.of()).get(place.level);
        return own != null
                ? own
                : levels.getOrDefault(definition(place.list), Map.of()).get(place.level);
    }

    // a definition may refer to a style, which refers to another definition
    private String definition(String list) {
        var definition = lists.get(list);
        for (int hops = 0; definition != null && linkedStyles.containsKey(definition) && hops < 4; hops++) {
            var style = styles.get(linkedStyles.get(definition));
            var numbering = child(child(style, "pPr"), "numPr");
            var id = numbering == null ? null : value(numbering, "numId");
            var next = id == null ? null : lists.get(id);
            if (next == null || next.equals(definition)) {
                break;
            }
            definition = next;
        }
        return definition == null ? "" : definition;
    }

    private String printed(Place place, Level level) {
        var counts = counters(place);
        counts[place.level] = counts[place.level] < 0 ? start(place, place.level) : counts[place.level] + 1;
        for (int deeper = place.level + 1; deeper < LEVELS; deeper++) {
            var other = level(new Place(place.list, deeper));
            // 0: never anew; n: only after one of the first n levels
            if (other == null || other.restart < 0 || place.level < other.restart) {
                counts[deeper] = -1;
            }
        }
        if (level.format.equals("bullet") || level.format.equals("none")) {
            return "";
        }
        var text = level.text;
        for (int i = 0; i <= place.level; i++) {
            var other = level(new Place(place.list, i));
            int count = counts[i] < 0 ? start(place, i) : counts[i];
            var format = other == null ? "" : level.plain && i < place.level ? "decimal" : other.format;
            text = text.replace("%" + (i + 1), other == null ? "" : format(format, count));
        }
        boolean open = !text.isEmpty() && Character.isLetterOrDigit(text.charAt(text.length() - 1));
        return open ? text + " " : text;
    }

    // lists made from one definition count together, unless one of them starts anew
    private int[] counters(Place place) {
        var key = starts.getOrDefault(place.list, Map.of()).isEmpty() ? "list " + definition(place.list) : place.list;
        return counters.computeIfAbsent(key, k -> {
            var fresh = new int[LEVELS];
            java.util.Arrays.fill(fresh, -1);
            return fresh;
        });
    }

    private int start(Place place, int level) {
        var override = starts.getOrDefault(place.list, Map.of()).get(level);
        var own = level(new Place(place.list, level));
        return override != null ? override : own == null ? 1 : own.start;
    }

    /** @param format as WordprocessingML names it */
    static String format(String format, int number) {
        return switch (format) {
            case "chineseCounting",
                    "chineseCountingThousand",
                    "japaneseCounting",
                    "taiwaneseCounting",
                    "taiwaneseCountingThousand",
                    "koreanCounting" -> chinese(number);
            case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital" -> digits(number);
            case "ideographTraditional" -> cycle("甲乙丙丁戊己庚辛壬癸", number);
            case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" ->
                number >= 1 && number <= 20 ? String.valueOf((char) ('①' + number - 1)) : "" + number;
            case "decimalZero" -> "%02d".formatted(number);
            case "lowerLetter" -> cycle("abcdefghijklmnopqrstuvwxyz", number);
            case "upperLetter" -> cycle("ABCDEFGHIJKLMNOPQRSTUVWXYZ", number);
            default -> String.valueOf(number);
        };
    }

    private static String cycle(String signs, int number) {
        return String.valueOf(signs.charAt(Math.floorMod(number - 1, signs.length())));
    }

    private static String digits(int number) {
        var words = new StringBuilder();
        for (char digit : String.valueOf(number).toCharArray()) {
            words.append("〇一二三四五六七八九".charAt(digit - '0'));
        }
        return words.toString();
    }

    static String chinese(int number) {
        if (number < 1 || number > 999) {
            return String.valueOf(number);
        }
        var words = new StringBuilder();
        int hundreds = number / 100;
        int tens = number / 10 % 10;
        if (hundreds > 0) {
            words.append(digits(hundreds)).append('百');
        }
        if (tens > 0) {
            words.append(tens == 1 && hundreds == 0 ? "" : digits(tens)).append('十');
        } else if (hundreds > 0 && number % 10 > 0) {
            words.append('零');
        }
        return words.append(number % 10 == 0 ? "" : digits(number % 10)).toString();
    }
}
