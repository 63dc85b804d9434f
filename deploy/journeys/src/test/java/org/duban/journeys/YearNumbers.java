package org.duban.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.duban.journeys.SupervisedYear.Plan;
import org.duban.journeys.recount.Figures;
import org.duban.journeys.recount.Light;
import org.duban.journeys.recount.LightRules;
import org.duban.journeys.recount.NotToldYet;
import org.duban.journeys.recount.Recount;
import org.duban.journeys.recount.Scope;
import org.duban.journeys.recount.Scope.Place;
import org.duban.journeys.recount.SheetLine;
import org.duban.journeys.recount.Terms;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The numbers that a supervisor is shown, held against those that the events come to. */
final class YearNumbers {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final Map<String, Light> LIGHT_WORDS =
            Map.of("正常", Light.GREEN, "逾期办结", Light.DONE_LATE, "临期", Light.BLUE, "预警", Light.YELLOW, "逾期滞后", Light.RED);

    private final SupervisedYear year;
    private final EventStream stream;
    private final Map<String, NavigableMap<LocalDate, LightRules>> rules = new HashMap<>();
    private final Map<String, Integer> compared = new TreeMap<>();
    private final Map<String, Integer> attempt = new HashMap<>();

    YearNumbers(SupervisedYear year, EventStream stream) {
        this.year = year;
        this.stream = stream;
    }

    void lightsFollow(LightRules set, Plan plan, LocalDate from) {
        rules.computeIfAbsent(plan.title(), title -> new TreeMap<>()).put(from, set);
    }

    private Recount recount() {
        Map<String, Integer> days = new HashMap<>();
        year.plans().forEach(plan -> days.put(plan.title(), plan.reportDay()));
        try {
            return new Recount(stream.facts(), new Terms(stream.calendar(), days, rules), year.today());
        } catch (NotToldYet early) {
            throw new AssertionError(early);
        }
    }

    /** What was done a moment ago may still be on its way. */
    private void soon(String what, Consumer<Recount> holds) {
        await(what)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(300))
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> {
                    attempt.clear();
                    holds.accept(recount());
                });
        attempt.forEach((where, rows) -> compared.merge(where, rows, Integer::sum));
    }

    private void same(String where, String what, Object shown, Object counted) {
        assertThat(shown).as(where + " " + what).isEqualTo(counted);
        int rows =
                counted instanceof Collection<?> list ? list.size() : counted instanceof Map<?, ?> map ? map.size() : 1;
        attempt.merge(where, rows, Integer::sum);
    }

    /** How many rows of numbers were found to be equal, by where they are shown. */
    Map<String, Integer> compared() {
        return compared;
    }

    /** A round asks by and by, and is told of when it has asked everybody. */
    void everybodyWasAsked(YearMonth month) {
        soon(
                "rounds of " + month,
                recount -> year.plans()
                        .forEach(plan -> assertThat(recount.hasOpened(UUID.fromString(plan.id()), month))
                                .as(plan.title())
                                .isTrue()));
    }

    /** The dashboard of one month, of all plans and of each, with what the stream says of itself. */
    void ofTheMonth(YearMonth month) {
        soon("numbers of " + month, recount -> {
            assertThat(recount.contradictions()).isEmpty();
            dashboard(recount, month, "", Scope.EVERYTHING);
            year.plans().forEach(plan -> dashboard(recount, month, "&plan=" + plan.id(), scope(plan)));
            year.plans().forEach(plan -> ledger(recount, plan));
            rectifications(recount);
        });
    }

    private static Scope scope(Plan plan) {
        return Scope.ofPlan(UUID.fromString(plan.id()));
    }

    private void dashboard(Recount recount, YearMonth month, String narrowed, Scope scope) {
        var shown = get("/api/overview?period=" + month + narrowed);
        var of = month + narrowed;
        same("dashboard: totals", of, figures(shown.get("totals")), recount.figures(month, scope));
        same("dashboard: units", of, each(shown.get("units"), YearNumbers::unit), recount.units(month, scope));
        same("dashboard: counties", of, each(shown.get("counties"), YearNumbers::place), recount.places(month, scope));
        same("dashboard: trend", of, months(shown.get("trend")), recount.trend(month, scope));
        assertThat(rates(shown.get("units")))
                .as("ranking " + of)
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    /** Narrowed to each county and each unit, and laid side by side for the plans. */
    void narrowed(YearMonth month, boolean toUnits) {
        soon("narrowed numbers of " + month, recount -> {
            for (var place : recount.places(month, Scope.EVERYTHING).keySet()) {
                if (place.county() != null) {
                    dashboard(recount, month, "&county=" + place.county(), Scope.EVERYTHING.ofPlace(place));
                }
            }
            for (var unit : toUnits ? recount.units(month, Scope.EVERYTHING).keySet() : Set.<UUID>of()) {
                dashboard(recount, month, "&unit=" + unit, Scope.EVERYTHING.ofUnit(unit));
            }
            var plans = get("/api/overview/plans?period=" + month).get("items");
            same("dashboard: plans", month.toString(), each(plans, row -> id(row, "planId")), recount.plans(month));
        });
    }

    private void ledger(Recount recount, Plan plan) {
        List<SheetLine> lines = new ArrayList<>();
        year.supervisor().all("/api/tasks?plan=" + plan.id()).forEach(task -> lines.add(line(task)));
        same("ledger", plan.title(), lines, recount.sheet(UUID.fromString(plan.id())));
    }

    private static SheetLine line(JsonNode task) {
        List<UUID> leads = new ArrayList<>();
        task.get("leads").forEach(unit -> leads.add(id(unit, "id")));
        return new SheetLine(
                task.get("ordinal").asInt(),
                task.get("title").asString(),
                leads,
                Light.valueOf(task.get("light").asString()),
                task.get("state").asString().equals("CLOSED"),
                day(task, "dueOn"),
                day(task, "originalDueOn"),
                task.get("progress").asInt(),
                task.hasNonNull("scheduled") ? task.get("scheduled").asInt() : null,
                task.hasNonNull("lastReport")
                        ? YearMonth.parse(task.get("lastReport").get("period").asString())
                        : null);
    }

    private void rectifications(Recount recount) {
        var shown = get("/api/rectifications/counts");
        var counts = new Recount.Rectifications(
                shown.get("open").asInt(),
                shown.get("overdue").asInt(),
                shown.get("closed").asInt(),
                shown.get("closedOnTime").asInt(),
                decimal(shown.get("closedOnTimeRate")));
        same("rectification", "counts", counts, recount.rectifications());
    }

    /** Each cell of the exported sheet that says a number, a day, a light or a unit. */
    void ofTheSheets() {
        soon(
                "sheets",
                recount -> year.plans().forEach(plan -> {
                    var sheet = year.supervisor().download("/api/ledger.xlsx?plan=" + plan.id());
                    var lines = Workbook.table(sheet, Set.of("完成时限", "原定时限")).stream()
                            .map(this::line)
                            .toList();
                    same("sheet", plan.title(), lines, recount.sheet(UUID.fromString(plan.id())));
                }));
    }

    private SheetLine line(Map<String, String> row) {
        var lastReport = row.get("最近报送");
        return new SheetLine(
                Integer.parseInt(row.get("序号")),
                row.get("任务"),
                List.of(row.get("牵头单位").split("、")).stream()
                        .map(name -> UUID.fromString(year.unit(name)))
                        .toList(),
                LIGHT_WORDS.get(row.get("亮灯")),
                row.get("状态").equals("已销号"),
                "长期".equals(row.get("完成时限")) ? null : LocalDate.parse(row.get("完成时限")),
                row.containsKey("原定时限") ? LocalDate.parse(row.get("原定时限")) : null,
                percent(row.get("进度")),
                row.containsKey("序时进度") ? percent(row.get("序时进度")) : null,
                "尚未报送".equals(lastReport) ? null : YearMonth.parse(lastReport));
    }

    private static int percent(String share) {
        return new BigDecimal(share).movePointRight(2).intValueExact();
    }

    /** A round's bulletin: its facts and, as it is printed, its first paragraph and its tables. */
    void ofTheBulletin(Plan plan, int number) {
        var month = year.month(number);
        var path = "/api/rounds/" + plan.roundId(number) + "/bulletin";
        soon("bulletin of " + month, recount -> {
            var facts = get(path).get("facts");
            var of = plan.title() + " " + month;
            var id = UUID.fromString(plan.id());
            var totals = recount.figures(month, scope(plan));
            var units = owing(recount.units(month, scope(plan)));
            var places = owing(recount.places(month, scope(plan)));
            var missing = recount.missing(id, month);
            var still = recount.still(id, month);
            var before = before(recount, plan, month);
            same("bulletin: totals", of, figures(facts.get("totals")), totals);
            same("bulletin: units", of, each(facts.get("units"), YearNumbers::unit), units);
            same("bulletin: counties", of, each(facts.get("counties"), YearNumbers::place), places);
            same(
                    "bulletin: before",
                    of,
                    facts.get("before").isNull() ? List.of() : List.of(month(facts.get("before"))),
                    before.stream().toList());
            assertThat(missing).as(of).hasSize(totals.missing());
            same("bulletin: missing", of, bag(missing(facts.get("missing"))), bag(missing));
            same("bulletin: still", of, bag(still(facts.get("still"))), bag(still));
            var printed = new WordDocument(year.supervisor().download(path, WORD));
            assertThat(printed.text()).as(of).contains(opening(totals, before));
            same("bulletin, printed: missing", of, printedMissing(printed), missing.size());
            same(
                    "bulletin, printed: still",
                    of,
                    bag(printedStill(printed)),
                    bag(still.stream().map(YearNumbers::words).toList()));
            var tables = printed.tables().stream()
                    .filter(table -> table.getFirst().contains("应报"))
                    .toList();
            assertThat(tables).as(of).hasSize(2);
            same(
                    "bulletin, printed: units",
                    of,
                    tables.getFirst(),
                    ranking("单位", facts.get("units"), row -> units.get(unit(row))));
            same(
                    "bulletin, printed: counties",
                    of,
                    tables.getLast(),
                    ranking("县区", facts.get("counties"), row -> places.get(place(row))));
        });
    }

    private static int printedMissing(WordDocument printed) {
        return Pattern.compile("：(\\d+)项未报，")
                .matcher(printed.text())
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .sum();
    }

    private static List<String> printedStill(WordDocument printed) {
        return Pattern.compile("连续\\d+期进度停留在\\d+%")
                .matcher(printed.text())
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static String words(Recount.Still still) {
        return "连续%d期进度停留在%d%%".formatted(still.months(), still.progress());
    }

    private static Map<Object, Long> bag(List<?> rows) {
        return rows.stream().collect(Collectors.groupingBy(row -> row, Collectors.counting()));
    }

    private static List<Recount.Missing> missing(JsonNode rows) {
        List<Recount.Missing> missing = new ArrayList<>();
        rows.forEach(row -> missing.add(new Recount.Missing(
                id(row, "taskId"), LocalDate.parse(row.get("dueOn").asString()))));
        return missing;
    }

    private static <K> Map<K, Figures> owing(Map<K, Figures> figures) {
        Map<K, Figures> owing = new HashMap<>(figures);
        owing.values().removeIf(row -> row.owed() == 0);
        return owing;
    }

    /** The latest month before that had anything to hand in. */
    private static Optional<Recount.Month> before(Recount recount, Plan plan, YearMonth month) {
        return recount.trend(month, scope(plan)).stream()
                .filter(each -> each.month().isBefore(month))
                .reduce((earlier, later) -> later);
    }

    private static List<Recount.Still> still(JsonNode rows) {
        List<Recount.Still> still = new ArrayList<>();
        rows.forEach(row -> still.add(new Recount.Still(
                id(row, "taskId"),
                row.get("progress").asInt(),
                row.get("months").asInt())));
        return still;
    }

    private static List<String> opening(Figures totals, Optional<Recount.Month> before) {
        return List.of(
                "共有任务%d项，已办结%d项，完成率%s。".formatted(totals.tasks(), totals.closed(), rate(totals.completionRate())),
                "应报送进展%d份，已报送%d份，报送率%s；按时报送%d份，按时率%s；逾期未报%d份，亮黄灯%d份。"
                        .formatted(
                                totals.owed(),
                                totals.submitted(),
                                rate(totals.submissionRate()),
                                totals.onTime(),
                                rate(totals.onTimeRate()),
                                totals.missing(),
                                totals.lights().get(Light.YELLOW)),
                before.map(month -> "报送率较上期%s，按时率较上期%s。"
                                .formatted(
                                        moved(month.submissionRate(), totals.submissionRate()),
                                        moved(month.onTimeRate(), totals.onTimeRate())))
                        .orElse("本期为首期。"));
    }

    private static String moved(@Nullable BigDecimal from, @Nullable BigDecimal to) {
        if (from == null || to == null) {
            return "不可比";
        }
        var by = to.subtract(from);
        return by.signum() == 0 ? "持平" : (by.signum() > 0 ? "上升" : "下降") + by.abs() + "个百分点";
    }

    private static List<List<String>> ranking(String whom, JsonNode rows, Function<JsonNode, Figures> figures) {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("序号", whom, "应报", "已报", "按时", "报送率", "按时率", "红灯"));
        for (var row : rows) {
            var its = figures.apply(row);
            table.add(List.of(
                    Integer.toString(table.size()),
                    row.has("unit")
                            ? name(row.get("unit"))
                            : row.get("countyName").asString(),
                    Integer.toString(its.owed()),
                    Integer.toString(its.submitted()),
                    Integer.toString(its.onTime()),
                    rate(its.submissionRate()),
                    rate(its.onTimeRate()),
                    Integer.toString(its.lights().get(Light.RED))));
        }
        return table;
    }

    /** Two counties have a unit of one short name, and both plans are the city's. */
    private static String name(JsonNode unit) {
        return unit.get(unit.hasNonNull("countyId") ? "name" : "shortName").asString();
    }

    private static String rate(@Nullable BigDecimal rate) {
        return rate == null ? "—" : rate + "%";
    }

    private JsonNode get(String path) {
        return year.supervisor().get(path).is(200).json();
    }

    private static Figures figures(JsonNode shown) {
        Map<Light, Integer> lights = new EnumMap<>(Light.class);
        for (var light : Light.values()) {
            lights.put(light, shown.get("lights").get(light.name()).asInt());
        }
        assertThat(shown.get("openTasks").asInt() + shown.get("closedTasks").asInt())
                .isEqualTo(shown.get("tasks").asInt());
        return new Figures(
                shown.get("tasks").asInt(),
                shown.get("closedTasks").asInt(),
                decimal(shown.get("completionRate")),
                decimal(shown.get("averageProgress")),
                shown.get("owed").asInt(),
                shown.get("submitted").asInt(),
                shown.get("accepted").asInt(),
                shown.get("returned").asInt(),
                shown.get("onTime").asInt(),
                shown.get("late").asInt(),
                shown.get("overdue").asInt(),
                decimal(shown.get("submissionRate")),
                decimal(shown.get("onTimeRate")),
                lights);
    }

    private static <K> Map<K, Figures> each(JsonNode rows, Function<JsonNode, K> key) {
        Map<K, Figures> figures = new LinkedHashMap<>();
        rows.forEach(
                row -> assertThat(figures.put(key.apply(row), figures(row))).isNull());
        return figures;
    }

    private static UUID unit(JsonNode row) {
        return id(row.get("unit"), "id");
    }

    private static Place place(JsonNode row) {
        return new Place(row.hasNonNull("countyId") ? id(row, "countyId") : null);
    }

    private static List<Recount.Month> months(JsonNode trend) {
        List<Recount.Month> months = new ArrayList<>();
        trend.forEach(month -> months.add(month(month)));
        return months;
    }

    private static Recount.Month month(JsonNode shown) {
        return new Recount.Month(
                YearMonth.parse(shown.get("period").asString()),
                shown.get("owed").asInt(),
                shown.get("submitted").asInt(),
                shown.get("onTime").asInt(),
                decimal(shown.get("submissionRate")),
                decimal(shown.get("onTimeRate")));
    }

    /** Units that owe nothing come last. */
    private static List<BigDecimal> rates(JsonNode units) {
        List<BigDecimal> rates = new ArrayList<>();
        units.forEach(unit -> {
            var rate = decimal(unit.get("onTimeRate"));
            rates.add(rate == null ? BigDecimal.ONE.negate() : rate);
        });
        return rates;
    }

    private static @Nullable BigDecimal decimal(JsonNode number) {
        return number.isNull() ? null : number.decimalValue().setScale(1, RoundingMode.UNNECESSARY);
    }

    private static @Nullable LocalDate day(JsonNode node, String field) {
        return node.hasNonNull(field) ? LocalDate.parse(node.get(field).asString()) : null;
    }

    private static UUID id(JsonNode node, String field) {
        return UUID.fromString(node.get(field).asString());
    }
}
