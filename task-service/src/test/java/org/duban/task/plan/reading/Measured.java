package org.duban.task.plan.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duban.task.calendar.Arrangement;
import org.duban.task.plan.document.DocumentText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How a reading compares with the expected one, field kind by field kind. */
final class Measured {
    private static final JsonMapper JSON = new JsonMapper();
    private static final WorkingDays CALENDAR = calendar();
    static final List<String> SCALARS = List.of("kind", "title", "documentNumber", "issuer", "issuedOn");

    /** {@code wrong}: both have the field and differ; {@code invented}: only the reading has it. */
    record Tally(int right, int wrong, int missing, int invented) {
        static final Tally NONE = new Tally(0, 0, 0, 0);

        Tally plus(Tally other) {
            return new Tally(
                    right + other.right, wrong + other.wrong, missing + other.missing, invented + other.invented);
        }

        int expected() {
            return right + wrong + missing;
        }

        double rightShare() {
            return expected() == 0 ? 1 : (double) right / expected();
        }

        double inventedShare() {
            return expected() == 0 ? 0 : (double) invented / expected();
        }

        String row(String name) {
            return "%-40s %6d %6d %8d %9d".formatted(name, right, wrong, missing, invented);
        }
    }

    final Map<String, Tally> tallies = new LinkedHashMap<>();
    final List<String> differences = new ArrayList<>();

    /** Reads the document and compares it with what a careful secretary would have entered. */
    static Measured of(Path document, Path expected) {
        var text = DocumentText.of(document.getFileName().toString(), bytes(document));
        return compare(
                JSON.readTree(bytes(expected)),
                JSON.readTree(JSON.writeValueAsString(new PlanReader(CALENDAR).read(text))));
    }

    // the years that come with the service
    private static WorkingDays calendar() {
        var years = IntStream.rangeClosed(2023, 2025)
                .mapToObj(year -> {
                    try (var file = Measured.class.getResourceAsStream("/calendar/" + year + ".json")) {
                        var days = JSON.readTree(file);
                        return new Arrangement(year, false, days(days.path("holidays")), days(days.path("makeUpDays")));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
        return new org.duban.task.calendar.WorkingDays(years)::plus;
    }

    private static Set<LocalDate> days(JsonNode days) {
        return days.valueStream().map(day -> LocalDate.parse(day.asString())).collect(Collectors.toSet());
    }

    private static byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Measured compare(JsonNode expected, JsonNode actual) {
        var measured = new Measured();
        for (var field : SCALARS) {
            measured.keyed(field, one(expected, field), one(actual, field));
        }
        measured.keyed("members", indexed(expected.path("members")), indexed(actual.path("members")));
        for (var list : List.of("duties", "goalIndicators", "phases", "deadlines", "cadences")) {
            measured.keyed(list, elements(list, "", expected.path(list)), elements(list, "", actual.path(list)));
        }
        measured.keyed("tasks", tasks(expected, "startsWith"), tasks(actual, "startsWith"));
        measured.keyed("dueOn", tasks(expected, "dueOn"), tasks(actual, "dueOn"));
        for (var list : List.of("leads", "cooperators", "wildcards", "indicators")) {
            measured.keyed(list, ofTasks(expected, list), ofTasks(actual, list));
        }
        measured.findings(expected.path("findings"), actual.path("findings"));
        return measured;
    }

    Tally findings() {
        return tallies.getOrDefault("findings", Tally.NONE);
    }

    /** A table of the field kinds, and each difference below it. */
    void print(String document) {
        System.out.printf("%n%-40s %6s %6s %8s %9s%n", document, "right", "wrong", "missing", "invented");
        tallies.forEach((field, tally) -> {
            if (tally.expected() + tally.invented() > 0) {
                System.out.println(tally.row("  " + field));
            }
        });
        differences.forEach(line -> System.out.println("    " + line));
    }

    /** All fields but the findings, which are partly a matter of taste. */
    Tally total() {
        return tallies.entrySet().stream()
                .filter(entry -> !entry.getKey().equals("findings"))
                .map(Map.Entry::getValue)
                .reduce(Tally.NONE, Tally::plus);
    }

    private void keyed(String field, Map<String, String> expected, Map<String, String> actual) {
        int right = 0;
        int wrong = 0;
        int missing = 0;
        for (var entry : expected.entrySet()) {
            var value = actual.get(entry.getKey());
            if (value == null) {
                missing++;
                differences.add("missing  " + field + " " + entry);
            } else if (value.equals(entry.getValue())) {
                right++;
            } else {
                wrong++;
                differences.add("wrong    " + field + " " + entry + " but was " + value);
            }
        }
        int invented = 0;
        for (var entry : actual.entrySet()) {
            if (!expected.containsKey(entry.getKey())) {
                invented++;
                differences.add("invented " + field + " " + entry);
            }
        }
        tallies.put(field, new Tally(right, wrong, missing, invented));
    }

    // which words a remark quotes is taste: one within the other is the same remark
    private void findings(JsonNode expected, JsonNode actual) {
        var left = new ArrayList<JsonNode>();
        // one phrase is queried at each task that it blocks; as a remark it is one
        var said = new HashSet<String>();
        actual.forEach(finding -> {
            if (said.add(finding.path("code").asString() + finding.path("text").asString())) {
                left.add(finding);
            }
        });
        int right = 0;
        int missing = 0;
        for (var finding : expected) {
            var match =
                    left.stream().filter(other -> sameRemark(finding, other)).findFirst();
            if (match.isPresent()) {
                left.remove(match.get());
                right++;
            } else {
                missing++;
                differences.add("missing  finding " + finding);
            }
        }
        left.forEach(finding -> differences.add("invented finding "
                + finding.path("code").asString() + " " + finding.path("text").asString()));
        tallies.put("findings", new Tally(right, 0, missing, left.size()));
    }

    private static boolean sameRemark(JsonNode one, JsonNode other) {
        var a = one.path("text").asString().replaceAll("\\s", "").replace('％', '%');
        var b = other.path("text").asString().replaceAll("\\s", "").replace('％', '%');
        return one.path("code").equals(other.path("code")) && (a.contains(b) || b.contains(a));
    }

    private static Map<String, String> one(JsonNode reading, String field) {
        var value = scalar(reading.path(field));
        return value == null ? Map.of() : Map.of("", value);
    }

    private static @Nullable String scalar(JsonNode node) {
        return node.isNull() || node.isMissingNode() ? null : node.asString();
    }

    private static Map<String, String> indexed(JsonNode names) {
        var indexed = new LinkedHashMap<String, String>();
        for (int i = 0; i < names.size(); i++) {
            indexed.put(names.path(i).asString(), String.valueOf(i));
        }
        return indexed;
    }

    private static Map<String, String> tasks(JsonNode reading, String field) {
        var tasks = new TreeMap<String, String>();
        for (var task : reading.path("tasks")) {
            var value = scalar(task.path(field));
            if (value != null) {
                tasks.put(task.path("ordinal").asString(), value);
            }
        }
        return tasks;
    }

    private static Map<String, String> ofTasks(JsonNode reading, String list) {
        var all = new LinkedHashMap<String, String>();
        for (var task : reading.path("tasks")) {
            all.putAll(elements(list, task.path("ordinal").asString() + " ", task.path(list)));
        }
        return all;
    }

    private static Map<String, String> elements(String list, String prefix, JsonNode nodes) {
        var elements = new LinkedHashMap<String, String>();
        for (var node : nodes) {
            var key = prefix
                    + switch (list) {
                        case "duties" -> node.path("unit").asString();
                        case "phases" -> node.path("name").asString();
                        case "deadlines", "cadences" -> node.path("text").asString();
                        case "indicators", "goalIndicators" -> target(node);
                        default -> node.asString();
                    };
            elements.put(key, rest(list, node));
        }
        return elements;
    }

    private static String target(JsonNode node) {
        return String.join(
                " ",
                Stream.of("operator", "value", "upper", "measure", "text")
                        .map(field -> node.path(field).asString(""))
                        .toList());
    }

    private static String rest(String list, JsonNode node) {
        return switch (list) {
            case "duties" -> node.path("startsWith").asString();
            case "phases" ->
                node.path("from").asString() + " " + node.path("to").asString();
            case "deadlines" -> node.path("on").asString();
            case "cadences" -> node.path("every").asString();
            default -> "";
        };
    }
}
