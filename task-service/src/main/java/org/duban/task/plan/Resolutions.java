package org.duban.task.plan;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.task.contract.TaskEvent.Part;
import org.duban.task.directory.KnownUnit;
import org.duban.task.plan.draft.DraftFinding;
import org.duban.task.plan.draft.DraftTask;
import org.duban.task.plan.reading.FindingCode;
import org.duban.task.plan.unit.SuggestedUnit;
import org.duban.task.plan.unit.UnitNames;
import org.duban.task.plan.unit.WildcardMemory.Remembered;

/** What may settle a doubt about units: what was decided before, in this document or in an earlier one, and what fits. */
final class Resolutions {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private static final Pattern TOWNSHIPS = Pattern.compile("各.{0,4}(?:乡|镇|街道|苏木)");
    private static final int NAMED = 6;

    private final PlanReading reading;
    private final Map<UUID, KnownUnit> nameable;
    private final Map<String, Remembered> remembered;
    private final Map<Integer, List<SuggestedUnit>> suggested;

    Resolutions(
            PlanReading reading,
            Collection<KnownUnit> nameable,
            Map<String, Remembered> remembered,
            Map<Integer, List<SuggestedUnit>> suggested) {
        this.reading = reading;
        this.nameable = nameable.stream().collect(Collectors.toMap(KnownUnit::id, Function.identity()));
        this.remembered = remembered;
        this.suggested = suggested;
    }

    /** @return by finding; those without any suggestion are absent */
    Map<UUID, List<Resolution>> all() {
        return reading.draft().findings().stream()
                .filter(finding -> finding.blocks() && finding.taskOrdinal() != null)
                .map(finding -> Map.entry(finding.id(), of(finding)))
                .filter(entry -> !entry.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<Resolution> of(DraftFinding finding) {
        DraftTask task = reading.draft().tasks().stream()
                .filter(one -> finding.isAbout(one.ordinal()))
                .findFirst()
                .orElse(null);
        if (task == null) {
            return List.of();
        }
        List<Resolution> found = new ArrayList<>();
        if (finding.code() == FindingCode.WILDCARD_UNIT) {
            task.wildcards().stream()
                    .filter(finding::isAboutPhrase)
                    .findFirst()
                    .ifPresent(phrase -> found.addAll(ofPhrase(phrase, task)));
        }
        if (finding.code() == FindingCode.NO_UNIT) {
            found.addAll(beforeTheCut(task));
            byDuty(task).ifPresent(found::add);
        }
        return found.stream().distinct().toList();
    }

    private List<Resolution> ofPhrase(String phrase, DraftTask task) {
        List<Resolution> found = new ArrayList<>();
        for (DraftTask other : reading.draft().tasks()) {
            other.resolved().stream()
                    .filter(one -> isSame(one.phrase(), phrase))
                    .map(one -> new Resolution(
                            one.leads(),
                            one.cooperators(),
                            "本文件第%d项的“%s”已确定为%s"
                                    .formatted(other.ordinal(), phrase, named(one.leads(), one.cooperators()))))
                    .filter(one -> found.stream()
                            .noneMatch(earlier -> earlier.leads().equals(one.leads())
                                    && earlier.cooperators().equals(one.cooperators())))
                    .forEach(found::add);
        }
        Remembered before = remembered.get(UnitNames.plain(phrase));
        if (before != null) {
            List<String> leads = names(before.leads());
            List<String> cooperators = names(before.cooperators());
            if (!leads.isEmpty() || !cooperators.isEmpty()) {
                found.add(new Resolution(
                        leads,
                        cooperators,
                        "上次（%s，《%s》）由%s确定为%s"
                                .formatted(
                                        before.on().format(DAY),
                                        before.document(),
                                        before.by(),
                                        named(leads, cooperators))));
            }
        }
        found.addAll(byTheRoster(phrase, task));
        return found;
    }

    private List<Resolution> byTheRoster(String phrase, DraftTask task) {
        if (TOWNSHIPS.matcher(phrase).find()) {
            List<String> townships = nameable.values().stream()
                    .filter(unit -> unit.level().equals("TOWNSHIP"))
                    .map(KnownUnit::shortName)
                    .sorted()
                    .toList();
            return townships.isEmpty()
                    ? List.of()
                    : List.of(in(task, townships, "在册的乡镇（街道）共%d个".formatted(townships.size())));
        }
        List<String> members = reading.reading().members().stream()
                .filter(member -> task.units().noneMatch(member::equals))
                .toList();
        return phrase.contains("成员单位") && !members.isEmpty()
                ? List.of(in(task, members, "本文件列出的成员单位共%d个".formatted(members.size())))
                : List.of();
    }

    // Whoever stands beside a lead unit cooperates.
    private static Resolution in(DraftTask task, List<String> units, String words) {
        return task.leads().isEmpty()
                ? new Resolution(units, List.of(), words)
                : new Resolution(List.of(), units, words);
    }

    private List<Resolution> beforeTheCut(DraftTask task) {
        return reading.draft().tasks().stream()
                .filter(other -> other.ordinal() != task.ordinal()
                        && !task.readAs().isEmpty()
                        && other.readAs().equals(task.readAs())
                        && !other.leads().isEmpty())
                .map(other -> new Resolution(
                        other.leads(),
                        other.cooperators(),
                        "与拆分前同属一项的第%d项一致：%s".formatted(other.ordinal(), named(other.leads(), other.cooperators()))))
                .toList();
    }

    private Optional<Resolution> byDuty(DraftTask task) {
        List<SuggestedUnit> units = suggested.getOrDefault(task.ordinal(), List.of());
        if (units.isEmpty()) {
            return Optional.empty();
        }
        SuggestedUnit best = units.getFirst();
        return Optional.of(new Resolution(
                names(units, Part.LEAD),
                names(units, Part.COOPERATING),
                "按职责建议：%s职责中有“%s”（%s）".formatted(best.name(), best.sentence(), best.source())));
    }

    private static List<String> names(List<SuggestedUnit> units, Part role) {
        return units.stream()
                .filter(unit -> unit.role() == role)
                .map(SuggestedUnit::name)
                .toList();
    }

    private List<String> names(List<UUID> units) {
        return units.stream()
                .flatMap(unit -> Optional.ofNullable(nameable.get(unit)).stream())
                .map(KnownUnit::shortName)
                .toList();
    }

    private static String named(List<String> leads, List<String> cooperators) {
        List<String> all = Stream.concat(leads.stream(), cooperators.stream()).toList();
        String names = all.stream().limit(NAMED).collect(Collectors.joining("、"));
        return all.size() > NAMED ? "%s等%d个单位".formatted(names, all.size()) : names;
    }

    private static boolean isSame(String phrase, String other) {
        return UnitNames.plain(phrase).equals(UnitNames.plain(other));
    }
}
