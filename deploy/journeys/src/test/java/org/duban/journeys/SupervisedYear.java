package org.duban.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duban.journeys.recount.LightRules;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The units of a city and two plans of theirs, supervised month by month by whoever tells the story. */
final class SupervisedYear {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String MORNING = "T09:00";

    private final Year year;
    private final City city;
    private final Map<String, String> units = new LinkedHashMap<>();
    private final List<Plan> plans = new ArrayList<>();
    private @Nullable Caller supervisor;

    SupervisedYear(Year year, City city) {
        this.year = year;
        this.city = city;
    }

    Caller supervisor() {
        if (supervisor == null) {
            supervisor = city.official(unit("市卫生健康委"), "督导科科长", "SUPERVISOR", "周明远", "supervisor");
        }
        return supervisor;
    }

    SupervisedYear ofTheCity(String... shortNames) {
        for (var name : shortNames) {
            units.put(
                    name,
                    city.registerCityUnit("云江市" + name.substring(1), name)
                            .get("id")
                            .asString());
        }
        return this;
    }

    SupervisedYear ofCounty(String county, String... shortNames) {
        city.admin()
                .post(
                        "/api/units/registrations",
                        Map.of("county", Map.of("name", county), "names", List.of(shortNames)))
                .is(201)
                .json()
                .get("units")
                .forEach(unit ->
                        units.put(unit.get("name").asString(), unit.get("id").asString()));
        return this;
    }

    /** Unit ids by the names that the city's plans give them. */
    Map<String, String> units() {
        return units;
    }

    String unit(String name) {
        var id = units.get(name);
        if (id == null) {
            throw new AssertionError("nobody registered " + name + " among " + units.keySet());
        }
        return id;
    }

    Caller softwareOf(String unit) {
        return city.softwareOf(unit(unit), "LIAISON");
    }

    YearMonth month(int month) {
        return year.atMonth(month);
    }

    record Lead(String unit, String conduct) {}

    static Lead by(String unit, String conduct) {
        return new Lead(unit, conduct);
    }

    /**
     * @param dueOn null for a standing task
     * @param pace points of progress a month
     */
    record Work(String title, @Nullable LocalDate dueOn, int pace, List<Lead> leads) {

        int progress(int month) {
            return Math.min(100, pace * month);
        }

        String conduct(String unit) {
            return leads.stream()
                    .filter(lead -> lead.unit.equals(unit))
                    .map(Lead::conduct)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(unit + " does not lead " + title));
        }
    }

    Plan plan(String title, int reportDay) {
        var plan = new Plan(title, reportDay);
        plans.add(plan);
        return plan;
    }

    List<Plan> plans() {
        return plans;
    }

    final class Plan {
        private final String title;
        private final int reportDay;
        private final Map<String, Work> works = new LinkedHashMap<>();
        private final Map<String, String> tasks = new LinkedHashMap<>();
        private String id = "";

        private Plan(String title, int reportDay) {
            this.title = title;
            this.reportDay = reportDay;
        }

        Plan task(String name, String dueOn, int pace, Lead... leads) {
            works.put(name, new Work(name, LocalDate.parse(dueOn), pace, List.of(leads)));
            return this;
        }

        Plan standingTask(String name, int pace, Lead... leads) {
            works.put(name, new Work(name, null, pace, List.of(leads)));
            return this;
        }

        String title() {
            return title;
        }

        int reportDay() {
            return reportDay;
        }

        String id() {
            return id;
        }

        /** From the sheet that the office keeps it in. */
        Plan adopted() {
            var opened = await("the ledger hears of the units")
                    .atMost(SOON)
                    .until(
                            () -> supervisor()
                                    .upload("/api/ledger-imports", title + ".xlsx", sheet().bytes())
                                    .is(201)
                                    .json(),
                            read -> read.get("counts").get("create").asInt() == works.size());
            var path = "/api/ledger-imports/" + opened.get("id").asString();
            supervisor()
                    .change("PATCH", path, path, Map.of("newPlanTitle", title, "reportDay", reportDay))
                    .succeeds();
            id = supervisor()
                    .change("POST", path, path + "/adoption", Map.of())
                    .is(200)
                    .json()
                    .get("plans")
                    .get(0)
                    .asString();
            supervisor()
                    .all("/api/tasks?plan=" + id)
                    .forEach(task -> tasks.put(
                            task.get("title").asString(), task.get("id").asString()));
            assertThat(tasks.keySet()).containsExactlyInAnyOrderElementsOf(works.keySet());
            return this;
        }

        private Workbook sheet() {
            var sheet = new Workbook().row("序号", "重点任务", "牵头单位", "完成时限");
            int ordinal = 0;
            for (var work : works.values()) {
                sheet.row(
                        Integer.toString(++ordinal),
                        work.title,
                        String.join("、", work.leads.stream().map(Lead::unit).toList()),
                        work.dueOn == null
                                ? "长期"
                                : "%d年%d月%d日"
                                        .formatted(
                                                work.dueOn.getYear(),
                                                work.dueOn.getMonthValue(),
                                                work.dueOn.getDayOfMonth()));
            }
            return sheet;
        }

        private JsonNode round(int month) {
            return supervisor()
                    .get("/api/rounds?plan=" + id + "&period=" + month(month))
                    .is(200)
                    .json()
                    .get("items")
                    .get(0);
        }

        String roundId(int month) {
            return round(month).get("id").asString();
        }

        private LocalDate dueOn(int month) {
            return LocalDate.parse(round(month).get("dueOn").asString());
        }

        private List<Paper> papers(int month) {
            var papers = new ArrayList<Paper>();
            supervisor()
                    .all("/api/reports?round=" + roundId(month) + "&state=DUE,SUBMITTED,RETURNED,ACCEPTED")
                    .forEach(report -> papers.add(new Paper(this, month, report)));
            return papers;
        }

        /** Does something with one of its tasks that is there to be changed. */
        JsonNode act(Caller who, String task, String action, Map<String, ?> body) {
            var path = "/api/tasks/" + tasks.get(task);
            return who.change("POST", path, path + "/" + action, body)
                    .succeeds()
                    .json();
        }

        /** Every lead unit says so, and the supervisor agrees. */
        void isDone(String task) {
            for (var lead : works.get(task).leads) {
                act(softwareOf(lead.unit), task, "completion", Map.of("statement", "已全部完成。"));
            }
            act(supervisor(), task, "verification", Map.of("opinion", "同意销号。"));
        }

        /** Milder or stricter from that day on. */
        void isLitBy(LightRules rules, LocalDate from) {
            var path = "/api/plans/" + id + "/light-rules";
            var lines = rules.rules().stream()
                    .map(rule -> Map.of(
                            "light", rule.light().name(),
                            "when", rule.when().name(),
                            "number", rule.number()))
                    .toList();
            supervisor()
                    .change(
                            "PUT",
                            path,
                            path,
                            Map.of("rules", lines, "stillDays", 60, "from", from.toString(), "reason", "年中调度会议定"))
                    .succeeds();
        }

        void extensionIsAskedFor(String task, String until, boolean granted) {
            var unit = softwareOf(works.get(task).leads.getFirst().unit);
            var asked = act(unit, task, "extension-requests", Map.of("wantedDay", until, "reason", "招聘程序尚未走完"));
            var request = asked.get("extensions").get(0).get("id").asString();
            act(
                    supervisor(),
                    task,
                    "extension-requests/" + request + "/decision",
                    granted
                            ? Map.of("granted", true, "day", until, "opinion", "同意")
                            : Map.of("granted", false, "opinion", "时间充裕，请按期完成"));
        }
    }

    /** One unit's report in somebody's hands. */
    private final class Paper {
        private final String path;
        private final Work work;
        private final String unit;
        private final int month;
        private final Conduct conduct;
        private String etag;
        private String state;

        Paper(Plan plan, int month, JsonNode report) {
            this.month = month;
            path = "/api/reports/" + report.get("id").asString();
            work = plan.works.get(report.get("taskTitle").asString());
            var id = report.get("unit").get("id").asString();
            unit = units.entrySet().stream()
                    .filter(known -> known.getValue().equals(id))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow();
            conduct = Conduct.of(work.conduct(unit), month);
            etag = "\"" + report.get("version").asLong() + "\"";
            state = report.get("state").asString();
        }

        void handIn() {
            took(send(etag, UUID.randomUUID().toString()));
        }

        void handInThreeTimes() {
            var before = etag;
            var key = UUID.randomUUID().toString();
            var first = send(before, key);
            took(first);
            for (int again = 0; again < 2; again++) {
                assertThat(send(before, key).is(200).json()).isEqualTo(first.json());
            }
        }

        private Caller.Answer send(String etag, String key) {
            var report = Map.of(
                    "progress",
                    work.progress(month),
                    "done",
                    "%d月：%s推进到%d%%。".formatted(month, work.title, work.progress(month)),
                    "problems",
                    "无");
            return softwareOf(unit).change("PUT", path, report, etag, key);
        }

        void giveBack() {
            review("return", Map.of("reason", "请补充具体数字。"));
        }

        void accept() {
            review("acceptance", Map.of());
        }

        private void review(String decision, Map<String, ?> body) {
            took(supervisor()
                    .change(
                            "POST",
                            path + "/" + decision,
                            body,
                            etag,
                            UUID.randomUUID().toString()));
        }

        private void took(Caller.Answer answer) {
            etag = answer.is(200).etag();
            state = answer.json().get("state").asString();
        }
    }

    LocalDate today() {
        return OffsetDateTime.parse(supervisor()
                        .get("/api/overview")
                        .is(200)
                        .json()
                        .get("asOf")
                        .asString())
                .toLocalDate();
    }

    void endsOn(String day) {
        city.clockTo(day + MORNING);
    }

    /** The second of the month: every plan has its round. */
    void monthBegins(int month) {
        if (month > 1) {
            city.clockTo(month(month).atDay(2) + MORNING);
        }
        plans.forEach(plan -> await(plan.title + " " + month(month))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(200))
                .atMost(SOON)
                .until(() -> plan.round(month) != null));
    }

    /** Whoever is in time hands in, and some of it comes back at once. */
    void reportsComeIn(int month) {
        for (var plan : plans) {
            for (var paper : plan.papers(month)) {
                if (paper.conduct == Conduct.RETRIED) {
                    paper.handInThreeTimes();
                } else if (paper.conduct.handsInEarly()) {
                    paper.handIn();
                }
                if (paper.conduct.isReturnedEarly()) {
                    paper.giveBack();
                }
                if (paper.conduct == Conduct.RETURNED) {
                    paper.handIn();
                }
            }
        }
    }

    void dayAfter(Plan plan, int month) {
        city.clockTo(plan.dueOn(month).plusDays(1) + MORNING);
    }

    /** What is late comes in, and every second report is accepted. */
    void lateReportsComeIn(Plan plan, int month) {
        boolean accepted = month % 2 == 0;
        for (var paper : plan.papers(month)) {
            if (paper.conduct.isReturnedAfterwards()) {
                paper.giveBack();
            }
            if (paper.conduct.handsInAfterwards()) {
                paper.handIn();
            }
            accepted = !accepted;
            if (accepted && paper.state.equals("SUBMITTED")) {
                paper.accept();
            }
        }
    }

    /** The system closes it by itself once its grace has passed; what is done from then on is not in its numbers. */
    void roundIsClosed(Plan plan, int month) {
        await(plan.title + " " + month(month) + " is closed")
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(200))
                .atMost(SOON)
                .until(() -> plan.round(month).get("state").asString().equals("CLOSED"));
    }

    /** The supervisor waits no longer. */
    void closes(Plan plan, int month) {
        supervisor()
                .post("/api/rounds/" + plan.roundId(month) + "/close", Map.of())
                .succeeds();
    }

    /** An inspection finds it today, the unit says how it will put it right, the supervisor agrees. @return its path */
    String problemIsFound(String unit, Plan plan, String problem, String dueOn) {
        var id = supervisor()
                .post(
                        "/api/rectifications",
                        Map.of(
                                "source",
                                "INSPECTION",
                                "foundOn",
                                today().toString(),
                                "problem",
                                problem,
                                "unitId",
                                unit(unit),
                                "planId",
                                plan.id,
                                "dueOn",
                                dueOn))
                .is(201)
                .json()
                .get("id")
                .asString();
        var item = "/api/rectifications/" + id;
        softwareOf(unit)
                .change("POST", item, item + "/plan", Map.of("cause", "管理制度未落实", "measure", "逐项核对并公示", "dueOn", dueOn))
                .is(200);
        supervisor().change("POST", item, item + "/plan/agreement", Map.of()).is(200);
        return item;
    }

    void problemIsPutRight(String unit, String item) {
        softwareOf(unit)
                .change("POST", item, item + "/completion", Map.of("statement", "已整改到位"))
                .is(200);
        supervisor()
                .change("POST", item, item + "/reinspection", Map.of("passed", true))
                .is(200);
    }
}
