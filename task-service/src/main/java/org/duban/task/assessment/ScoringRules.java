package org.duban.task.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duban.kit.web.FieldError;
import org.duban.task.assessment.Score.ItemScore;
import org.duban.task.assessment.Score.PartScore;
import org.jspecify.annotations.Nullable;

/**
 * How a month is scored. Each part begins with {@value #FULL} points, from which its items take, down to none; its weight says how
 * much of the total it makes. What is counted for a unit is added to the total.
 *
 * @param bonusCap most that is added in all; null where each item's own cap is enough
 */
public record ScoringRules(
        List<ScoringPart> parts,
        List<ScoringItem> bonus,
        @Nullable BigDecimal bonusCap) {

    static final int FULL = 100;
    private static final int MOST_PARTS = 8;
    private static final int LONGEST_NAME = 20;

    /** @param weight percent of the total; those of all parts make 100 */
    public record ScoringPart(String name, int weight, List<ScoringItem> items) {
        public ScoringPart {
            items = List.copyOf(items);
        }
    }

    /**
     * @param points for each fact; of {@link Measure#FEATURE} the most that one award may give
     * @param cap most that the item counts in a month; null for no limit
     */
    public record ScoringItem(
            Measure measure, BigDecimal points, @Nullable BigDecimal cap) {

        BigDecimal counted(BigDecimal raw) {
            return cap == null ? raw : raw.min(cap);
        }
    }

    /** As offices usually have it, until the city adopts rules of its own. */
    public static final ScoringRules USUAL = new ScoringRules(
            List.of(
                    new ScoringPart(
                            "报送质量",
                            40,
                            List.of(
                                    item(Measure.LATE_REPORT, 5, 30),
                                    item(Measure.MISSED_REPORT, 10, null),
                                    item(Measure.RETURNED_REPORT, 3, 15))),
                    new ScoringPart("任务进度", 30, List.of(item(Measure.OVERDUE_TASK, 10, 60))),
                    new ScoringPart(
                            "督办情况",
                            15,
                            List.of(
                                    item(Measure.URGED, 2, 10),
                                    item(Measure.NOTICE_BLUE, 5, null),
                                    item(Measure.NOTICE_YELLOW, 10, null),
                                    item(Measure.NOTICE_RED, 20, null),
                                    item(Measure.BULLETIN, 20, null),
                                    item(Measure.TALK, 30, null))),
                    new ScoringPart(
                            "整改落实",
                            15,
                            List.of(
                                    item(Measure.RECTIFICATION_OVERDUE, 10, 50),
                                    item(Measure.RECTIFICATION_RECURRED, 20, null)))),
            List.of(item(Measure.COMPLETED_EARLY, 1, 5), item(Measure.FEATURE, 3, 5)),
            BigDecimal.valueOf(8));

    public ScoringRules {
        parts = List.copyOf(parts);
        bonus = List.copyOf(bonus);
    }

    private static ScoringItem item(Measure measure, int points, @Nullable Integer cap) {
        return new ScoringItem(measure, BigDecimal.valueOf(points), cap == null ? null : BigDecimal.valueOf(cap));
    }

    /** The item by which facts of this kind count; null where they do not. */
    @Nullable
    ScoringItem item(Measure measure) {
        return items().stream()
                .filter(item -> item.measure() == measure)
                .findFirst()
                .orElse(null);
    }

    private List<ScoringItem> items() {
        List<ScoringItem> items = new ArrayList<>();
        parts.forEach(part -> items.addAll(part.items()));
        items.addAll(bonus);
        return items;
    }

    Set<Measure> measures() {
        Set<Measure> measures = EnumSet.noneOf(Measure.class);
        items().forEach(item -> measures.add(item.measure()));
        return measures;
    }

    /** What was counted of one kind: how many facts, and their points less what was taken back. */
    record Tally(int facts, BigDecimal points) {
        static final Tally NONE = new Tally(0, BigDecimal.ZERO);

        Tally and(Tally other) {
            return new Tally(facts + other.facts, points.add(other.points));
        }
    }

    Score score(Map<Measure, Tally> tallies) {
        List<PartScore> scored =
                parts.stream().map(part -> score(part, tallies)).toList();
        List<ItemScore> added = bonus.stream().map(item -> score(item, tallies)).toList();
        BigDecimal earned = added.stream().map(ItemScore::counted).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal bonusPoints = bonusCap == null ? earned : earned.min(bonusCap);
        BigDecimal total = scored.stream()
                .map(PartScore::weighted)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .add(bonusPoints);
        return new Score(plain(total), scored, added, plain(bonusPoints));
    }

    private static PartScore score(ScoringPart part, Map<Measure, Tally> tallies) {
        List<ItemScore> items =
                part.items().stream().map(item -> score(item, tallies)).toList();
        BigDecimal left = BigDecimal.valueOf(FULL)
                .subtract(items.stream().map(ItemScore::counted).reduce(BigDecimal.ZERO, BigDecimal::add))
                .max(BigDecimal.ZERO);
        BigDecimal weighted = left.multiply(BigDecimal.valueOf(part.weight())).movePointLeft(2);
        return new PartScore(part.name(), part.weight(), plain(left), plain(weighted), items);
    }

    private static ItemScore score(ScoringItem item, Map<Measure, Tally> tallies) {
        Tally tally = tallies.getOrDefault(item.measure(), Tally.NONE);
        BigDecimal counted = item.counted(tally.points());
        return new ItemScore(
                item.measure(),
                item.measure().words(),
                item.points(),
                item.cap(),
                tally.facts(),
                plain(tally.points()),
                plain(counted),
                counted.compareTo(tally.points()) < 0);
    }

    /** Two decimals at most, none that say nothing. */
    static BigDecimal plain(BigDecimal points) {
        BigDecimal rounded = points.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    /** @return what makes no sense, by where it stands; empty where all does */
    List<FieldError> errors() {
        List<FieldError> errors = new ArrayList<>();
        if (parts.isEmpty() || parts.size() > MOST_PARTS) {
            errors.add(new FieldError("/rules/parts", "考核内容须有 1 到 %d 类".formatted(MOST_PARTS)));
        }
        int weights = parts.stream().mapToInt(ScoringPart::weight).sum();
        if (!parts.isEmpty() && weights != FULL) {
            errors.add(new FieldError("/rules/parts", "各类权重相加须为 100，现在是 %d".formatted(weights)));
        }
        Set<String> names = new HashSet<>();
        Set<Measure> measures = EnumSet.noneOf(Measure.class);
        for (int i = 0; i < parts.size(); i++) {
            ScoringPart part = parts.get(i);
            String at = "/rules/parts/" + i;
            if (part.name().isBlank() || part.name().length() > LONGEST_NAME) {
                errors.add(new FieldError(at + "/name", "类名须为 1 到 %d 字".formatted(LONGEST_NAME)));
            } else if (!names.add(part.name())) {
                errors.add(new FieldError(at + "/name", "有两类同名"));
            }
            if (part.weight() < 1 || part.weight() > FULL) {
                errors.add(new FieldError(at + "/weight", "权重须在 1 到 100 之间"));
            }
            if (part.items().isEmpty()) {
                errors.add(new FieldError(at + "/items", "这一类还没有扣分项"));
            }
            check(part.items(), at + "/items/", false, measures, errors);
        }
        check(bonus, "/rules/bonus/", true, measures, errors);
        if (bonusCap != null && outside(bonusCap)) {
            errors.add(new FieldError("/rules/bonusCap", "加分上限须在 0.01 到 100 之间，至多两位小数"));
        }
        return errors;
    }

    private static void check(
            List<ScoringItem> items, String at, boolean bonus, Set<Measure> measures, List<FieldError> errors) {
        for (int i = 0; i < items.size(); i++) {
            ScoringItem item = items.get(i);
            if (item.measure().bonus() != bonus) {
                errors.add(new FieldError(
                        at + i + "/measure",
                        bonus
                                ? "“%s”是扣分项，不能用来加分".formatted(item.measure().words())
                                : "“%s”是加分项，不能用来扣分".formatted(item.measure().words())));
            } else if (!measures.add(item.measure())) {
                errors.add(new FieldError(
                        at + i + "/measure",
                        "“%s”已经在前面计过分".formatted(item.measure().words())));
            }
            if (outside(item.points())) {
                errors.add(new FieldError(at + i + "/points", "分值须在 0.01 到 100 之间，至多两位小数"));
            }
            if (item.cap() != null && (outside(item.cap()) || item.cap().compareTo(item.points()) < 0)) {
                errors.add(new FieldError(at + i + "/cap", "上限须不低于一次的分值、不超过 100，至多两位小数"));
            }
        }
    }

    private static boolean outside(BigDecimal points) {
        return points.signum() <= 0
                || points.compareTo(BigDecimal.valueOf(FULL)) > 0
                || points.stripTrailingZeros().scale() > 2;
    }
}
