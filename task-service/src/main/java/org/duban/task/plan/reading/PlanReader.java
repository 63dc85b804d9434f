package org.duban.task.plan.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads a plan document's text. Holds no state of a reading and may be shared between threads. */
public final class PlanReader {
    private final WorkingDays workingDays;

    public PlanReader() {
        this(WorkingDays.WEEKDAYS);
    }

    public PlanReader(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    /** Reads any text; what the grammar does not know is left empty rather than guessed. */
    public Reading read(String text) {
        return new Draft(Mending.mend(text)).reading();
    }

    /** One document on the reader's desk. */
    private final class Draft {
        // only for documents without any date at all: such a day is never shown
        private static final int MOST_PHASES = 200;
        private static final LocalDate UNDATED = LocalDate.of(2000, 1, 1);

        private static final Pattern GENERAL = Pattern.compile("^(?:总体(?:要求|思路|部署)|工作思路|基本思路|指导思想)");

        private final Manuscript manuscript;
        private final Section root;
        private final FrontMatter front;
        private final Duties divided;
        private final Roster roster;
        private final LocalDate spoken;
        private final Moment moment;
        private final Findings findings = new Findings();

        Draft(Manuscript manuscript) {
            this.manuscript = manuscript;
            this.root = Outline.of(manuscript);
            this.front = new FrontMatter(manuscript.paragraphs());
            var listed = new Roster(manuscript.paragraphs(), front.kind);
            this.divided = Duties.of(root, front.kind, Set.copyOf(listed.names()));
            this.roster = listed.isEmpty() ? new Roster(divided.members()) : listed;
            this.spoken = front.spokenOn(UNDATED);
            this.moment =
                    new Moment(spoken, front.kind == DocumentKind.MINUTES ? front.metOn(spoken) : null, workingDays);
        }

        Reading reading() {
            var phases = phases();
            var duties = divided.found();
            var reader = new Tasks(root, front.kind, Notation.in(manuscript), divided, moment);
            // members' duties under numbers of their own are no tasks
            boolean rules = !duties.isEmpty() && front.kind == DocumentKind.CONFERENCE_RULES;
            var found = rules ? reader.withUnits() : reader.in(manuscript.paragraphs());
            var tasks = found.stream().map(Tasks.Found::task).toList();
            var taskSpans = new Spans(tasks.stream().map(Reading.Task::source).toList());
            var dutySpans = new Spans(duties.stream().map(Reading.Duty::source).toList());
            var goals = goals();
            var outside = outside(taskSpans, dutySpans);
            var cadences = unnumbered().stream()
                    .flatMap(paragraph -> UnitList.cut(paragraph, "\t").stream())
                    .flatMap(words -> Cadences.in(words).stream())
                    .toList();
            var deadlines = deadlines(outside, phases);
            query(found, goals, cadences, outside, duties);
            phases.forEach(phase -> findings.past(phase, front));
            return new Reading(
                    front.kind,
                    front.title,
                    front.documentNumber,
                    front.issuer,
                    front.issuedOn,
                    roster.names(),
                    duties,
                    tasks,
                    goals,
                    phases.stream().map(Phases.Found::phase).toList(),
                    deadlines,
                    cadences,
                    findings.inOrder(),
                    front.provenance(),
                    sources());
        }

        private List<Phases.Found> phases() {
            var steps = root.descendants()
                    .filter(section ->
                            Topic.of(section) == Topic.PHASES && !section.children.isEmpty() | !section.body.isEmpty())
                    .toList();
            var phases = steps.stream()
                    .flatMap(section -> Phases.in(section, spoken).stream())
                    .collect(Collectors.toCollection(ArrayList::new));
            if (phases.isEmpty()) {
                root.descendants()
                        .filter(Phases::looksLikePhase)
                        .forEach(section -> Phases.phase(section, spoken)
                                .ifPresent(phase -> phases.add(new Phases.Found(phase, section))));
            }
            if (phases.isEmpty()) {
                Stream.concat(root.body.stream(), root.descendants().flatMap(section -> section.body.stream()))
                        .forEach(paragraph -> phases.addAll(
                                Phases.inSentence(new Section(root, null, paragraph), paragraph, spoken)));
            }
            return phases.subList(0, Math.min(MOST_PHASES, phases.size()));
        }

        private List<Reading.Indicator> goals() {
            var headed = root.descendants()
                    .filter(section -> Topic.of(section) == Topic.GOALS)
                    .filter(section -> section.parent == null || Topic.of(section.parent) != Topic.GOALS)
                    .flatMap(section -> Indicators.in(section.content()).stream())
                    .toList();
            // 一、总体要求 says what is to be reached where no heading does
            return headed.isEmpty()
                    ? root.children.stream()
                            .filter(section -> section.heading().has(GENERAL))
                            .flatMap(section -> Indicators.in(section.content()).stream())
                            .toList()
                    : headed;
        }

        private List<Passage> outside(Spans tasks, Spans duties) {
            return unnumbered().stream()
                    .filter(paragraph -> !tasks.contains(paragraph.span()))
                    .filter(paragraph -> !duties.overlaps(paragraph.span()))
                    .toList();
        }

        // every paragraph, without its number
        private List<Passage> unnumbered() {
            var sections = root.descendants()
                    .flatMap(section -> Stream.concat(Stream.of(section.head), section.body.stream()));
            return Stream.concat(root.body.stream(), sections)
                    .filter(paragraph -> !paragraph.isEmpty())
                    .toList();
        }

        private List<Reading.Deadline> deadlines(List<Passage> outside, List<Phases.Found> phases) {
            var deadlines = new ArrayList<Reading.Deadline>();
            var spans = phases.stream()
                    .map(found -> found.section().content().span())
                    .toList();
            for (var paragraph : outside) {
                if (isFront(paragraph)) {
                    continue;
                }
                var phase = IntStream.range(0, phases.size())
                        .filter(i -> spans.get(i).contains(paragraph.span()))
                        .mapToObj(phases::get)
                        .findFirst();
                var from = phase.map(found -> found.phase().from()).orElse(spoken);
                var body = phase.map(found -> afterHeading(found, paragraph)).orElse(paragraph);
                Deadlines.in(body, moment.on(from)).stream()
                        .filter(deadline -> phases.stream()
                                .noneMatch(found -> found.phase().source().overlaps(deadline.source())))
                        .forEach(deadlines::add);
            }
            return deadlines;
        }

        // a phase's own span of time is no deadline
        private Passage afterHeading(Phases.Found phase, Passage paragraph) {
            int end = phase.phase().source().end() - paragraph.span().start();
            boolean holds = paragraph
                    .span()
                    .contains(new Span(
                            Math.max(
                                    paragraph.span().start(),
                                    phase.phase().source().start()),
                            Math.max(
                                    paragraph.span().start(),
                                    phase.phase().source().end())));
            return holds && end > 0 && end <= paragraph.length() ? paragraph.from(end) : paragraph;
        }

        private boolean isFront(Passage paragraph) {
            return front.sources.values().stream().anyMatch(span -> span.overlaps(paragraph.span()))
                    || front.printedLine != null && front.printedLine.span().overlaps(paragraph.span());
        }

        private void query(
                List<Tasks.Found> found,
                List<Reading.Indicator> goals,
                List<Reading.Cadence> cadences,
                List<Passage> outside,
                List<Reading.Duty> duties) {
            findings.brokenLines(manuscript);
            findings.dates(front);
            var tasks = found.stream().map(Tasks.Found::task).toList();
            found.forEach(each -> findings.ofTask(each, roster));
            var targets = new Spans(Stream.of(
                            goals.stream().map(Reading.Indicator::source),
                            tasks.stream()
                                    .flatMap(task -> task.indicators().stream())
                                    .map(Reading.Indicator::source),
                            cadences.stream().map(Reading.Cadence::source))
                    .flatMap(spans -> spans)
                    .toList());
            for (var paragraph : unnumbered()) {
                findings.soft(paragraph, targets);
            }
            found.forEach(each ->
                    findings.soft(each.whole(), new Spans(List.of(each.task().source()))));
            outside.forEach(findings::obligedMany);
            found.forEach(each -> findings.obligedMany(each.whole()));
            outside.forEach(paragraph -> findings.posts(paragraph, roster));
            outside.forEach(paragraph -> findings.mentions(paragraph, roster));
            duties.forEach(duty -> findings.name(
                    duty.unit(),
                    new Span(
                            duty.source().start(),
                            Math.min(
                                    duty.source().end(),
                                    duty.source().start() + duty.unit().length())),
                    roster,
                    null));
            findings.twoNames(
                    Stream.concat(
                                    roster.members.stream(),
                                    found.stream()
                                            .flatMap(each -> Stream.concat(
                                                    each.units().leads().stream(),
                                                    each.units().cooperators().stream())))
                            .toList(),
                    roster);
            members();
            findings.duplicates(
                    Stream.concat(goals.stream(), tasks.stream().flatMap(task -> task.indicators().stream()))
                            .toList());
        }

        private void members() {
            roster.members.stream()
                    .filter(member -> UnitName.isWildcard(member.text()))
                    .forEach(member -> findings.add(FindingCode.WILDCARD_UNIT, member, false, null));
        }

        private Map<String, Span> sources() {
            var sources = front.sources;
            if (!roster.members.isEmpty()) {
                sources.put(
                        "members",
                        new Span(
                                roster.members.getFirst().span().start(),
                                roster.members.getLast().span().end()));
            }
            return Map.copyOf(sources);
        }
    }
}
