package org.duban.task.plan.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The made-up documents can measure a reader only if what is expected of them truly stands in them. */
class CorpusIsSoundTest {
    private static final Path PLANS = Path.of("src/test/resources/plans");
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String PAGE_NUMBER = "[—–－-]+ ?[0-9０-９]+ ?[—–－-]+";

    private static final Set<String> KINDS =
            Set.of("IMPLEMENTATION_PLAN", "CONFERENCE_RULES", "WORK_MECHANISM", "TASK_BREAKDOWN", "MINUTES");
    private static final Set<String> RHYTHMS = Set.of("WEEK", "MONTH", "QUARTER", "HALF_YEAR", "YEAR");
    private static final Set<String> CODES = Set.of(
            "WILDCARD_UNIT",
            "UNKNOWN_UNIT",
            "ALIAS",
            "DATE_CONFLICT",
            "NO_UNIT",
            "SOFT_TARGET",
            "PAST_PHASE",
            "DUPLICATE_TARGET",
            "BROKEN_LINE");

    record Reading(Path file, List<String> texts, JsonNode expected) {
        static Reading of(Path expected) {
            var document =
                    expected.resolveSibling(expected.getFileName().toString().replace(".expected.json", ".txt"));
            try {
                var text = Files.readString(document);
                return new Reading(
                        document,
                        List.of(unbroken(text), unbroken(withoutHeadsBesidePageNumbers(text))),
                        JSON.readTree(Files.readString(expected)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void says(JsonNode words) {
            assertThat(words.isString()).isTrue();
            says(words.asString());
        }

        void says(String words) {
            assertThat(texts).anyMatch(text -> text.contains(withoutSpaces(words)), words);
        }
    }

    static Stream<Arguments> readings() throws IOException {
        try (var files = Files.walk(PLANS)) {
            return files
                    .filter(file -> file.toString().endsWith(".expected.json"))
                    .sorted()
                    .<Arguments>map(file -> argumentSet(file.getFileName().toString(), Reading.of(file)))
                    .toList()
                    .stream();
        }
    }

    @Test
    void everyDocumentHasItsReadingAndNoOddOneIsKept() throws IOException {
        try (var files = Files.walk(PLANS)) {
            var documents =
                    files.filter(file -> file.toString().endsWith(".txt")).toList();
            assertThat(documents).isNotEmpty().allSatisfy(document -> {
                var name = document.getFileName().toString();
                var number = Integer.parseInt(name.substring(0, name.indexOf('-')));
                // even ones are kept until they have served as a measure
                assertThat(document.getParent().getFileName().toString())
                        .isIn(number % 2 == 1 ? List.of("tuned") : List.of("tuned", "kept"));
                assertThat(document.resolveSibling(name.replace(".txt", ".expected.json")))
                        .exists();
            });
            assertThat(documents.stream()
                            .map(document -> document.getFileName().toString().replaceFirst("-.*", ""))
                            .distinct())
                    .hasSameSizeAs(documents);
        }
    }

    @ParameterizedTest
    @MethodSource("readings")
    void provenanceStandsInTheDocument(Reading reading) {
        var expected = reading.expected();
        assertThat(expected.path("source").asString())
                .isEqualTo(reading.file().getFileName().toString());
        assertThat(expected.path("kind").asString()).isIn(KINDS);
        reading.says(expected.required("title"));
        for (var field : List.of("documentNumber", "issuer")) {
            if (!expected.required(field).isNull()) {
                reading.says(expected.required(field));
            }
        }
        if (!expected.required("issuedOn").isNull()) {
            day(expected.required("issuedOn"));
        }
    }

    @ParameterizedTest
    @MethodSource("readings")
    void membersAndDutiesStandInTheDocument(Reading reading) {
        var members = reading.expected().required("members");
        members.forEach(reading::says);
        assertThat(strings(members)).doesNotHaveDuplicates();
        for (var duty : reading.expected().required("duties")) {
            reading.says(duty.required("unit"));
            beginning(reading, duty);
        }
    }

    @ParameterizedTest
    @MethodSource("readings")
    void tasksAreNumberedThroughAndTheirPartsStandInTheDocument(Reading reading) {
        var tasks = list(reading.expected().required("tasks"));
        assertThat(tasks.stream().map(task -> task.required("ordinal").intValue()))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, tasks.size()).boxed().toList());
        for (var task : tasks) {
            beginning(reading, task);
            var units = Stream.of("leads", "cooperators", "wildcards")
                    .flatMap(role -> strings(task.required(role)).stream())
                    .toList();
            assertThat(units).doesNotHaveDuplicates().allSatisfy(reading::says);
            if (!task.required("dueOn").isNull()) {
                day(task.required("dueOn"));
            }
            indicators(reading, task.required("indicators"));
        }
    }

    @ParameterizedTest
    @MethodSource("readings")
    void goalsPhasesDeadlinesAndCadencesStandInTheDocument(Reading reading) {
        indicators(reading, reading.expected().required("goalIndicators"));
        for (var phase : reading.expected().required("phases")) {
            reading.says(phase.required("name"));
            assertThat(day(phase.required("from"))).isBeforeOrEqualTo(day(phase.required("to")));
        }
        for (var deadline : reading.expected().required("deadlines")) {
            reading.says(deadline.required("text"));
            assertThat(deadline.required("owes").asString()).isNotBlank();
            day(deadline.required("on"));
        }
        for (var cadence : reading.expected().required("cadences")) {
            reading.says(cadence.required("text"));
            assertThat(cadence.required("what").asString()).isNotBlank();
            assertThat(cadence.required("every").asString()).isIn(RHYTHMS);
        }
    }

    @ParameterizedTest
    @MethodSource("readings")
    void findingsQuoteTheDocument(Reading reading) {
        for (var finding : reading.expected().required("findings")) {
            assertThat(finding.required("code").asString()).isIn(CODES);
            reading.says(finding.required("text"));
        }
    }

    private static void beginning(Reading reading, JsonNode item) {
        reading.says(item.required("startsWith"));
        assertThat(item.required("startsWith").asString()).hasSizeBetween(2, 12);
    }

    private static void indicators(Reading reading, JsonNode indicators) {
        for (var indicator : indicators) {
            reading.says(indicator.required("text"));
            assertThat(indicator.required("text").asString()).hasSizeLessThanOrEqualTo(40);
            var operator = indicator.required("operator").asString();
            assertThat(operator).isIn(">=", "<=", "=", "between");
            assertThat(indicator.required("value").isNumber()).isTrue();
            assertThat(indicator.has("upper")).isEqualTo(operator.equals("between"));
            if (operator.equals("between")) {
                assertThat(indicator.required("upper").doubleValue())
                        .isGreaterThan(indicator.required("value").doubleValue());
            }
            assertThat(indicator.required("measure").asString()).isNotBlank();
        }
    }

    private static LocalDate day(JsonNode day) {
        return LocalDate.parse(day.asString());
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static List<String> strings(JsonNode array) {
        return list(array).stream().map(JsonNode::asString).toList();
    }

    private static String withoutSpaces(String text) {
        return text.replaceAll("[\\s\\u3000]", "");
    }

    /** A head that stands on one page only is known by the page number next to it, and by being no sentence. */
    private static String withoutHeadsBesidePageNumbers(String text) {
        var head = "[^\\n，。、；]{6,30}";
        return text.replaceAll("\n" + head + "(?=\n" + PAGE_NUMBER + "\n)", "\n")
                .replaceAll("(?<=\n)(" + PAGE_NUMBER + "\n)" + head + "\n", "$1");
    }

    /** The document's words without white space, page numbers and the heads that return on every page. */
    private static String unbroken(String text) {
        var lines = text.lines().map(CorpusIsSoundTest::withoutSpaces).toList();
        var seen = lines.stream().collect(Collectors.groupingBy(line -> line, Collectors.counting()));
        var kept = new StringBuilder();
        var heads = new HashSet<String>();
        for (var line : lines) {
            var pageNumber = line.matches(PAGE_NUMBER + "|第[0-9]+页(共[0-9]+页)?");
            var runningHead = line.length() >= 6 && seen.getOrDefault(line, 0L) >= 3;
            if (!pageNumber && (!runningHead || heads.add(line))) {
                kept.append(line);
            }
        }
        return kept.toString();
    }
}
