package org.duban.task.plan.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** 实施步骤: a name with its span of time, in brackets or after a colon. */
final class Phases {
    private static final Pattern NUMBERED =
            Pattern.compile("^第[一二三四五六七八九十\\d]+(?:个)?(?:阶段|步)(?:为|是)?[：:、，,\\s]*(?=.{2,})");
    private static final Pattern BRACKETED = Pattern.compile(
            "^(?<name>[^。；，（()]{2,30}?(?:（[^）\\d]{1,12}）)?)[。：:，]?[（(【\\[](?<when>[^）)】\\]]*?(?:年|月|即日|起|20\\d{2}[.．/-]\\d)[^）)】\\]]*)[）)】\\]]");
    private static final Pattern AFTER_NAME = Pattern.compile(
            "^(?<name>[^。；，：:（()\\d]{2,20}?(?:阶段|期))[：:，,。]?\\s*(?<when>(?:即日起|\\d{4}年|\\d{1,2}月|[今本明]年)[^。；：:，]{0,30})");
    private static final Pattern BEFORE_NAME = Pattern.compile(
            "^(?<when>(?:\\d{4}年|\\d{1,2}月)[^。；：:，]{0,26}?(?:[年月日底旬末初]|季度|半年)|\\d{1,2}月)[，,：:]?(?:为|是)?(?<name>(?![年月日底旬末初至到])[\\p{IsHan}]{2,16}阶段|(?<=为|是)[\\p{IsHan}]{2,12}期(?=[，,。；：:（(]|$))");
    private static final Pattern BEFORE_WORDS = Pattern.compile(
            "^(?<when>(?:\\d{4}年|\\d{1,2}月)[^。；：:，,]{0,26}?[月日旬底])[，,：:](?<name>[\\p{IsHan}“”]{2,12})(?=[。；，,：:]|$)");
    private static final Pattern FROM_ISSUE = Pattern.compile("^(?:即日起?|自?本?(?:方案|通知|文件|意见)?(?:印发|发布|下发)之日起?)");
    private static final Pattern PHASE = Pattern.compile("阶段|期$");

    private static final Pattern NAMED_PHASE = Pattern.compile("^[\\p{IsHan}]{2,12}(?:阶段|期)[（(](?=[^）)]*[年月])");
    private static final Pattern IN_SENTENCE = Pattern.compile(
            "(?<=[，。；：:、\\n]|^)(?<name>[\\p{IsHan}]{2,12}阶段)[（(](?<when>[^（()）]{0,12}(?:\\d{4}年|\\d{1,2}月)[^（()）]{0,40})[）)]");
    private static final int LONGEST = 200;

    private Phases() {}

    record Found(Reading.Phase phase, Section section) {}

    static List<Found> in(Section steps, LocalDate spoken) {
        var phases = new ArrayList<Found>();
        for (var section : steps.children) {
            phase(section, spoken).ifPresent(phase -> phases.add(new Found(phase, section)));
        }
        if (phases.isEmpty()) {
            steps.body.forEach(paragraph -> phases.addAll(bySentence(steps, paragraph, spoken)));
        }
        if (phases.isEmpty()) {
            for (var paragraph : steps.body) {
                var section = new Section(steps, null, paragraph);
                var several = inSentence(section, paragraph, spoken);
                if (!several.isEmpty()) {
                    phases.addAll(several);
                    continue;
                }
                phase(section, spoken).ifPresent(phase -> phases.add(new Found(phase, section)));
            }
        }
        return phases;
    }

    // 3月至4月为启动期，……；5月至11月为实施期，……
    private static List<Found> bySentence(Section steps, Passage paragraph, LocalDate spoken) {
        var phases = new ArrayList<Found>();
        for (var sentence : Clauses.sentences(paragraph)) {
            var section = new Section(steps, null, sentence);
            phase(section, spoken).ifPresent(phase -> phases.add(new Found(phase, section)));
        }
        return phases.size() > 1 ? phases : List.of();
    }

    static Optional<Reading.Phase> phase(Section section, LocalDate spoken) {
        var words = section.head.stripLeading(NUMBERED);
        if (!words.isEmpty() && Chars.isOpening(words.charAt(0))) {
            // 第一阶段（2024年3月）has no other name
            words = section.head;
        }
        var opening = words.cut(LONGEST);
        for (var form : List.of(BRACKETED, AFTER_NAME, BEFORE_NAME, BEFORE_WORDS)) {
            if (form == BEFORE_WORDS && (section.parent == null || Topic.of(section.parent) != Topic.PHASES)) {
                continue;
            }
            var match = opening.matcher(form);
            if (match.lookingAt()) {
                var name = opening.slice(match.start("name"), match.end("name"))
                        .strip()
                        .written();
                var days = Dates.range(FROM_ISSUE.matcher(match.group("when")).replaceFirst(spokenDay(spoken)), spoken);
                if (days.isPresent() && !days.get().last().isBefore(days.get().first())) {
                    var source = section.label.span(0, section.label.length() - words.length() + match.end());
                    return Optional.of(new Reading.Phase(
                            name, days.get().first(), days.get().last(), source, name.contains("阶段") ? 0.95 : 0.8));
                }
            }
        }
        return Optional.empty();
    }

    /** 分三个阶段组织：甲阶段（……），乙阶段（……） in one sentence. */
    static List<Found> inSentence(Section section, Passage paragraph, LocalDate spoken) {
        var phases = new ArrayList<Found>();
        var match = paragraph.matcher(IN_SENTENCE);
        while (paragraph.contains("阶段") && match.find()) {
            var name = paragraph
                    .slice(match.start("name"), match.end("name"))
                    .stripLeading(NUMBERED)
                    .written();
            var source = paragraph.span(match.start(), match.end());
            Dates.range(match.group("when"), spoken)
                    .filter(days -> !days.last().isBefore(days.first()))
                    .ifPresent(days -> phases.add(
                            new Found(new Reading.Phase(name, days.first(), days.last(), source, 0.85), section)));
        }
        return phases.size() >= 2 ? phases : List.of();
    }

    static boolean looksLikePhase(Section section) {
        return section.heading().has(PHASE) || section.head.cut(LONGEST).has(NAMED_PHASE);
    }

    private static String spokenDay(LocalDate spoken) {
        return "%d年%d月%d日".formatted(spoken.getYear(), spoken.getMonthValue(), spoken.getDayOfMonth());
    }
}
