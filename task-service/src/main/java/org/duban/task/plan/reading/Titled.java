package org.duban.task.plan.reading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Units that a section of their own gives to tasks by the headings of these: 三、责任分工（一）食堂建设行动由甲牵头，乙配合. */
final class Titled {
    // what parts the heading from its units
    private static final Pattern GIVES = Pattern.compile(
            "(?:工作|任务|事项)?(?:[，,：:]?由|[：:—－-]+\\s*(?=.*(?:牵头|负责|配合|单位))|[，,]?(?:责任|牵头|主办)(?:单位|部门)(?:为|是|：|:))");
    private static final int SHORTEST = 3;
    private static final int LONGEST = 40;
    private static final int FEWEST = 2;

    private final Map<Section, Units> units = new IdentityHashMap<>();
    private final Set<Section> giving = new HashSet<>();

    static Titled in(Section root, Responsibility responsibility) {
        var titled = new Titled();
        var headings = new HashMap<String, Section>();
        root.descendants().filter(section -> section.marker != null).forEach(section -> {
            var heading = section.heading().text();
            if (heading.length() >= SHORTEST && heading.length() <= LONGEST) {
                headings.putIfAbsent(heading, section);
            }
        });
        root.descendants()
                .filter(section -> section.children.size() >= FEWEST || !section.body.isEmpty())
                .forEach(section -> titled.read(section, headings, responsibility));
        return titled;
    }

    /** Whether the section holds nothing but who answers for tasks that stand elsewhere. */
    boolean gives(Section section) {
        return giving.contains(section);
    }

    /** What the section was given, and what those below it were. */
    @Nullable
    Units of(Section section) {
        return units.get(section);
    }

    private void read(Section section, Map<String, Section> headings, Responsibility responsibility) {
        var given = new LinkedHashMap<Section, Units>();
        var parts = Stream.concat(
                        section.body.stream().flatMap(paragraph -> Clauses.split(paragraph, "。；;\n").stream()),
                        section.children.stream().map(child -> child.head))
                .toList();
        for (var part : parts) {
            var gives = part.cut(LONGEST * 2).matcher(GIVES);
            var task = gives.find() ? headings.get(part.text().substring(0, gives.start())) : null;
            if (task != null && task != section && task.parent != section) {
                given.put(task, responsibility.read(part.from(gives.end())));
            }
        }
        if (given.size() >= FEWEST && given.size() * 2 > parts.size()) {
            giving.add(section);
            given.forEach(this::give);
        }
    }

    private void give(Section task, Units own) {
        for (var section = task; section.parent != null; section = section.parent) {
            units.computeIfAbsent(section, each -> new Units()).addAll(own);
        }
    }
}
