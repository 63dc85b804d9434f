package org.duban.faults;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.duban.faults.Caller.Answer;
import org.duban.faults.Caller.Body;
import org.duban.faults.City.Unit;
import tools.jackson.databind.JsonNode;

/** An office at work: plans are adopted, tasks acknowledged, reports sent, returned and accepted, minutes issued, days pass. */
final class Workload {

    private static final int MOST_MEETINGS = 6;
    private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
    private static final String BRANCHES = "子丑寅卯辰巳午未申酉戌亥";
    private static final List<String> NUMERALS = List.of("一", "二", "三", "四", "五", "六");

    private final Town town;
    private final City city;
    private final Journal journal;
    private final Instant patience;
    private final AtomicInteger plans = new AtomicInteger();
    private final AtomicInteger meetings = new AtomicInteger();
    private final List<Thread> people = new ArrayList<>();
    private volatile boolean open = true;

    /** @param patience until when a request that was begun is asked again */
    Workload(Town town, City city, Journal journal, Instant patience) {
        this.town = town;
        this.city = city;
        this.journal = journal;
        this.patience = patience;
    }

    void begin(SplittableRandom random) {
        Client supervisor = new Client(city.supervisor(), journal, random.split(), patience);
        works("supervisor", () -> supervise(supervisor));
        for (Unit unit : city.units()) {
            Client client = new Client(unit.caller(), journal, random.split(), patience);
            works(unit.shortName(), () -> serve(client));
        }
        Client secretary = new Client(city.secretary(), journal, random.split(), patience);
        Client convener = new Client(city.convener(), journal, random.split(), patience);
        works("secretary", () -> confer(secretary, convener));
        works("clock", this::letDaysPass);
    }

    private void works(String name, Runnable turn) {
        people.add(Thread.ofVirtual().name(name).start(() -> {
            while (open) {
                turn.run();
                pause(700);
            }
        }));
    }

    /** Nothing new is begun; returns when everybody has an answer or has given up. */
    void end() {
        open = false;
        for (Thread person : people) {
            try {
                person.join();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    // ---- the commission

    private void supervise(Client supervisor) {
        int turn = supervisor.random().nextInt(10);
        if (turn < 3 || plans.get() == 0) {
            adopt(supervisor);
        } else {
            review(supervisor);
        }
    }

    private void adopt(Client supervisor) {
        int number = plans.incrementAndGet();
        String title = title(number);
        String file = "方案" + number + ".txt";
        int tasks = 2 + supervisor.random().nextInt(4);
        Optional<Answer> read = supervisor.insist(
                "plan-read",
                file,
                "POST",
                "/api/plan-readings",
                null,
                Body.file(file, plan(title, tasks, supervisor.random())));
        if (read.isEmpty() || number % 4 == 0) {
            return;
        }
        String here = "/api/plan-readings/" + read.get().json().get("id").asString();
        supervisor.change("plan-adopted", title, here, "POST", here + "/adoption", Map.of());
    }

    // Titles that are nearly alike would be taken for versions of one document.
    private static String title(int number) {
        return "云江市%s%s%s片区实施方案"
                .formatted(
                        STEMS.charAt(number % STEMS.length()),
                        BRANCHES.charAt(number % BRANCHES.length()),
                        STEMS.charAt(number / 60 % STEMS.length()));
    }

    private static String plan(String title, int tasks, SplittableRandom random) {
        StringBuilder text = new StringBuilder(title + "\n\n一、重点任务\n");
        for (int i = 0; i < tasks; i++) {
            String lead = City.NAMES.get(random.nextInt(City.NAMES.size()));
            text.append("（%s）完成第%d片区家庭医生签约服务点建设。（牵头单位：市%s）\n".formatted(NUMERALS.get(i), i + 1, lead));
        }
        return text.append("二、实施步骤\n（一）实施阶段（2026年3月-2027年12月）。按照分工组织实施。\n").toString();
    }

    private void review(Client supervisor) {
        pick(supervisor, supervisor.items("/api/reports?state=submitted")).ifPresent(report -> {
            String id = report.get("id").asString();
            String here = "/api/reports/" + id;
            if (supervisor.random().nextInt(3) == 0) {
                supervisor.change("report-returned", id, here, "POST", here + "/return", Map.of("reason", "请补充具体数字。"));
            } else {
                supervisor.change("report-accepted", id, here, "POST", here + "/acceptance", Map.of());
            }
        });
    }

    // ---- the units

    private void serve(Client unit) {
        if (unit.random().nextInt(3) == 0) {
            List<JsonNode> fresh = unit.items("/api/tasks?unit=me&part=LEAD&state=ASSIGNED");
            pick(unit, fresh).ifPresent(task -> {
                String id = task.get("id").asString();
                String here = "/api/tasks/" + id;
                unit.change("task-acknowledge", id, here, "POST", here + "/acknowledgement", Map.of());
            });
        } else {
            String state = unit.random().nextInt(4) == 0 ? "returned" : "due";
            pick(unit, unit.items("/api/reports?unit=me&state=" + state)).ifPresent(report -> {
                String id = report.get("id").asString();
                String here = "/api/reports/" + id;
                unit.change("report-submitted", id, here, "PUT", here, report(unit.random()));
            });
        }
    }

    private static Map<String, Object> report(SplittableRandom random) {
        return Map.of(
                "progress",
                10 + random.nextInt(80),
                "done",
                "已完成第" + random.nextInt(1, 1000) + "处选址和装修。",
                "problems",
                "无",
                "next",
                "组织验收。",
                "indicators",
                List.of());
    }

    // ---- the conference

    private void confer(Client secretary, Client convener) {
        int number = meetings.incrementAndGet();
        if (number > MOST_MEETINGS) {
            pause(1000);
            return;
        }
        String title = "第" + number + "次联席会议";
        String startsAt =
                town.clock().now().plusMinutes(30).format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:00+08:00"));
        Optional<Answer> convened = secretary.insist(
                "meeting-convened",
                title,
                "POST",
                "/api/meetings",
                null,
                Body.json(Map.of(
                        "mechanismId",
                        city.mechanism(),
                        "title",
                        title,
                        "kind",
                        "REGULAR",
                        "startsAt",
                        startsAt,
                        "place",
                        "第三会议室")));
        if (convened.isEmpty()) {
            return;
        }
        String id = convened.get().json().get("id").asString();
        String here = "/api/meetings/" + id;
        convener.change("meeting-consented", id, here, "POST", here + "/consent", Map.of());
        secretary.change("agenda-item-proposed", id, here, "POST", here + "/agenda-items", Map.of("topic", "推进情况"));
        convener.read(here)
                .map(answer -> answer.json().get("agenda"))
                .filter(agenda -> !agenda.isEmpty())
                .ifPresent(agenda -> convener.change(
                        "agenda-item-consented",
                        id,
                        here,
                        "POST",
                        here + "/agenda-items/" + agenda.get(0).get("id").asString() + "/consent",
                        Map.of()));
        town.clock().advance(Duration.ofHours(1));
        pause(1500);
        Unit lead = city.units().get(secretary.random().nextInt(city.units().size()));
        secretary.change(
                "minutes-drafted",
                id,
                here,
                "PUT",
                here + "/minutes",
                Map.of(
                        "text",
                        "会议听取了工作情况汇报。",
                        "resolutions",
                        List.of(Map.of(
                                "text",
                                lead.shortName() + "牵头落实专项经费。",
                                "leadUnitIds",
                                List.of(lead.id()),
                                "cooperatingUnitIds",
                                List.of()))));
        secretary.change("minutes-issued", id, here, "POST", here + "/minutes/issue", Map.of());
        pause(3000);
    }

    // ---- days

    private void letDaysPass() {
        pause(15_000);
        if (open) {
            try {
                city.admin().call("PUT", "/api/local/clock", null, null, Body.json(Map.of("advance", "P1D")));
            } catch (IOException notNow) {
                // the day passes another time
            }
        }
    }

    private static Optional<JsonNode> pick(Client client, List<JsonNode> items) {
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(items.get(client.random().nextInt(items.size())));
    }

    private void pause(long milliseconds) {
        long end = System.nanoTime() + milliseconds * 1_000_000;
        while (open && System.nanoTime() < end) {
            Pause.of(Duration.ofMillis(Math.min(100, milliseconds)));
        }
    }

    /** What the run did, in one line. */
    static String summary(List<Intent> intents) {
        Set<String> parts = new TreeSet<>();
        for (Intent.Outcome outcome : Intent.Outcome.values()) {
            parts.add(outcome + " "
                    + intents.stream().filter(each -> each.outcome() == outcome).count());
        }
        return String.join(", ", parts);
    }
}
