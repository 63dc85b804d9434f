package org.duban.task.plan.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which of the numbered sections are tasks. */
final class TaskSections {
    private static final Set<Topic> SKIPPED = EnumSet.of(Topic.PHASES, Topic.DUTIES, Topic.MEMBERS);
    private static final Set<Topic> STATED = EnumSet.of(Topic.GOALS, Topic.SAFEGUARDS, Topic.RULES);
    private static final Set<Topic> DIVIDING = EnumSet.of(Topic.TASKS, Topic.PHASES, Topic.GOALS, Topic.DUTIES);

    // 三、任务分工 holds tasks where it says 责任单位：
    private static final Pattern LABELLED = Pattern.compile("(?:牵头|责任|配合|主办|承办)(?:单位|部门)[：:]");

    private final DocumentKind kind;
    private final Duties duties;
    private final Titled titled;
    private final Groups groups;
    private final SectionUnits units;
    private final Moment moment;
    private final Map<Section, Boolean> runningOn = new IdentityHashMap<>();

    TaskSections(DocumentKind kind, Duties duties, Titled titled, Groups groups, SectionUnits units, Moment moment) {
        this.kind = kind;
        this.duties = duties;
        this.titled = titled;
        this.groups = groups;
        this.units = units;
        this.moment = moment;
    }

    /** Those that name units of their own; in a section headed 任务 all that are numbered. */
    List<Section> in(Section root) {
        var tasks = new ArrayList<Section>();
        // what a meeting settled without naming anybody is settled all the same
        boolean minutes = kind == DocumentKind.MINUTES
                && root.children.stream().filter(units::names).count() * 2 > root.children.size();
        if (kind != DocumentKind.CONFERENCE_RULES && root.children.stream().noneMatch(units::names)) {
            if (!told(root, units::tells).isEmpty()) {
                // beside sections that say 由甲牵头 those that say 甲要…… hold tasks too
                var groups = told(root, units::mentions);
                boolean headed = groups.stream().anyMatch(section -> section.isUnder(Topic.TASKS));
                groups.stream()
                        .filter(group -> !headed || group.isUnder(Topic.TASKS))
                        .forEach(group -> group.children.forEach(each -> unnamed(each, tasks)));
                return tasks;
            }
        }
        boolean headed = kind == DocumentKind.MINUTES
                && root.children.stream()
                        .anyMatch(section -> Topic.of(section) == Topic.TASKS && section.children.size() > 1);
        for (var section : root.children) {
            if (headed && Topic.of(section) != Topic.TASKS && section.children.isEmpty()) {
                // 三、会议议定事项 holds what was settled, 四、工作调度 does not
                continue;
            }
            if (minutes && !units.names(section) && Topic.of(section) != Topic.ASIDE) {
                unnamed(section, tasks);
            } else {
                collect(section, tasks);
            }
        }
        return tasks;
    }

    private void collect(Section section, List<Section> tasks) {
        if (duties.has(section) || titled.gives(section)) {
            return;
        }
        if (groups.gives(section)) {
            tasks.addAll(section.children);
            return;
        }
        var topic = Topic.of(section);
        if (SKIPPED.contains(topic)
                        && (topic == Topic.PHASES
                                ? hasPhases(section)
                                : !section.content().has(LABELLED) && !listsTasks(section, topic))
                || topic == Topic.ASIDE && section.children.isEmpty()
                || topic == Topic.GOALS && !units.names(section)) {
            return;
        }
        if (isCard(section)) {
            tasks.add(section);
            return;
        }
        boolean headed = topic == Topic.TASKS || topic == Topic.DUTIES;
        if (!headed && section.children.stream().map(Topic::of).anyMatch(DIVIDING::contains)) {
            section.children.forEach(child -> collect(child, tasks));
        } else if (units.names(section)) {
            named(section, tasks, headed, true);
        } else if (headed) {
            section.children.forEach(child -> unnamed(child, tasks));
        }
    }

    // where nothing sets units apart, sentences tell them: 由甲牵头，乙配合
    private List<Section> told(Section section, Predicate<Section> tells) {
        var groups = new ArrayList<Section>();
        for (var child : section.children) {
            if (holdsNoTasks(child)) {
                continue;
            }
            long telling = child.children.stream().filter(tells).count();
            if (telling > 1 && telling * 2 >= child.children.size()) {
                groups.add(child);
            } else {
                groups.addAll(told(child, tells));
            }
        }
        return groups;
    }

    private boolean holdsNoTasks(Section section) {
        var topic = Topic.of(section);
        return duties.has(section)
                || STATED.contains(topic)
                || SKIPPED.contains(topic)
                        && !(topic == Topic.PHASES
                                && Phases.in(section, moment.day()).isEmpty());
    }

    // 3.牵头单位：…… is one point of a task
    private boolean isCard(Section section) {
        return section.children.stream()
                .anyMatch(child -> child.children.isEmpty()
                        && child.head.matcher(Roles.LINE_LABEL).lookingAt()
                        && units.names(child));
    }

    // 三、工作安排 may hold tasks as well
    private boolean hasPhases(Section section) {
        return !units.names(section) || !Phases.in(section, moment.day()).isEmpty();
    }

    // 任务分工 may head duties of units, or tasks that each name theirs
    private boolean listsTasks(Section section, Topic topic) {
        long naming = section.children.stream()
                .filter(child ->
                        units.names(child) && !UnitName.hasShape(child.heading().text()))
                .count();
        return topic == Topic.DUTIES && naming > 1 && naming * 2 > section.children.size();
    }

    // one bracket at the end of a section speaks for all of it; a bracket for each child makes each a task
    private void named(Section section, List<Section> tasks, boolean headed, boolean top) {
        if (groups.gives(section)) {
            tasks.addAll(section.children);
            return;
        }
        long naming = section.children.stream().filter(units::leads).count();
        boolean lastOnly = naming == 1 && section.children.size() > 1 && units.leads(section.children.getLast());
        boolean lastSpeaks = lastOnly
                && !runsOn(section)
                && section.children.getLast().children.isEmpty()
                && (!top || !units.namesIn(section.children.getLast().head));
        boolean measures = section.children.stream()
                        .allMatch(child -> child.marker != null && child.marker.style() == Marker.Style.CIRCLED)
                && !runsOn(section)
                && !(top && headed);
        // 1. to 10. go on through the groups, （1） begins anew in each: the document counts its tasks by the former
        boolean counted = section.parent != null && !top && runsOn(section.parent) && !runsOn(section);
        if (naming == 0
                || measures
                || counted
                || isCard(section)
                || lastSpeaks
                || units.namesInItself(section) && naming < section.children.size()) {
            tasks.add(section);
            return;
        }
        for (var child : section.children) {
            if (units.leads(child)) {
                named(child, tasks, headed, false);
            } else if (headed || naming > 1 && naming * 2 >= section.children.size()) {
                // what stands among tasks under one heading is a task too
                unnamed(child, tasks);
            }
        }
    }

    // ③ is the first of its group, after ② the last of the group before: the numbers count tasks through the document
    private boolean runsOn(Section section) {
        return section.parent != null && runningOn.computeIfAbsent(section.parent, TaskSections::countsThrough);
    }

    private static boolean countsThrough(Section groups) {
        int last = 0;
        for (var group : groups.children) {
            if (!group.children.isEmpty()) {
                if (last > 0 && number(group.children.getFirst()) == last + 1) {
                    return true;
                }
                last = number(group.children.getLast());
            }
        }
        return false;
    }

    private static int number(Section section) {
        return section.marker == null ? 0 : section.marker.number();
    }

    // where no units are named, a heading with nothing but numbered measures under it is a group
    private void unnamed(Section section, List<Section> tasks) {
        boolean group = !section.children.isEmpty() && section.body.isEmpty() && !section.head.contains("。");
        if (groups.gives(section)) {
            tasks.addAll(section.children);
        } else if (group) {
            section.children.forEach(child -> unnamed(child, tasks));
        } else {
            tasks.add(section);
        }
    }
}
