package org.duban.bench.supervision;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pages, overviews and searches as eight clients ask for them. */
final class Reading extends Part {
    private static final List<String> WORDS = List.of("鼠疫", "中医", "设备", "完成", "会议");

    Reading(Site site) {
        super(site);
    }

    @Override
    void measure() throws Exception {
        var cursors = cursors();
        Map<String, Crowd.Asking> asked = new LinkedHashMap<>();
        var wires = new Wire[Crowd.CLIENTS];
        for (int i = 0; i < Crowd.CLIENTS; i++) {
            wires[i] = new Wire(service.port(), supervisor);
        }
        asked.put(
                "ledger page of 50",
                (client, time) ->
                        get(wires[client], "/api/tasks?limit=50" + cursors.get((client + time) % cursors.size())));
        asked.put("ledger page by light", (client, time) -> get(wires[client], "/api/tasks?limit=50&light=RED"));
        asked.put(
                "overview of a month",
                (client, time) -> get(
                        wires[client], "/api/overview?period=" + town.month().minusMonths(time % 12)));
        asked.put(
                "overview of one plan",
                (client, time) ->
                        get(wires[client], "/api/overview?plan=" + plans().get((client * 31 + time) % plans().size())));
        asked.put(
                "two characters in tasks",
                (client, time) -> get(wires[client], "/api/search?kind=TASK&limit=20&q=" + word(client + time)));
        asked.put(
                "two characters in reports",
                (client, time) -> get(wires[client], "/api/search?kind=REPORT&limit=20&q=" + word(client + time)));
        for (var one : asked.values()) {
            crowd.ask(plan.warming(), one);
        }
        for (int round = 0; round < plan.rounds(); round++) {
            for (var one : asked.entrySet()) {
                double before = cpu.seconds();
                var answers = crowd.ask(plan.seconds(), one.getValue());
                double spent = cpu.seconds() - before;
                table.add(
                        one.getKey() + ", p95",
                        "ms",
                        answers.times().share(0.95),
                        spent / answers.times().sorted().length);
                table.add(one.getKey() + ", p50", "ms", answers.times().median(), Double.NaN);
            }
            say("read, round " + (round + 1));
        }
        for (var wire : wires) {
            wire.close();
        }
    }

    private List<String> known = List.of();

    private List<String> plans() throws Exception {
        if (known.isEmpty()) {
            known = database.texts("select id::text from plan where title <> '大规模调度方案'");
        }
        return known;
    }

    // pages from all over the ledger
    private List<String> cursors() throws Exception {
        List<String> cursors = new ArrayList<>(List.of(""));
        try (var wire = new Wire(service.port(), supervisor)) {
            String at = "";
            for (int page = 0; page < 20; page++) {
                var body = new ByteArrayOutputStream();
                require(wire.get("/api/tasks?limit=200" + at, body).status() == 200, "no page");
                String text = body.toString(StandardCharsets.UTF_8);
                int from = text.lastIndexOf("\"next\":\"");
                if (from < 0) {
                    break;
                }
                at = "&cursor=" + text.substring(from + 8, text.indexOf('"', from + 8));
                cursors.add(at);
            }
        }
        return cursors;
    }

    private void get(Wire wire, String path) throws Exception {
        var answer = wire.get(path, Crowd.nowhere());
        require(answer.status() == 200, path + " was answered " + answer.status());
    }

    private static String word(int number) {
        return URLEncoder.encode(WORDS.get(number % WORDS.size()), StandardCharsets.UTF_8);
    }
}
