package org.duban.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is watched is there: deploy/observability names no metric that no service has, and a trace goes all the way. */
@ExtendWith(Demonstration.Shared.class)
class ObservedTest {

    private static final Pattern METRIC = Pattern.compile("\\b[a-z]+(?:_[a-z]+)+\\b(?=[{\\[ ]|\\)|$)");
    private static final Pattern SELECTOR = Pattern.compile("\\{[^}]*}|\\bby \\([^)]*\\)");

    @Test
    void everyMetricOfTheRulesAndTheDashboardExists(Demonstration city) throws IOException {
        var named = new TreeSet<String>();
        expressions().forEach(expression -> {
            var words = METRIC.matcher(SELECTOR.matcher(expression).replaceAll(" "));
            while (words.find()) {
                named.add(words.group());
            }
        });
        named.remove("histogram_quantile");
        assertThat(named)
                .contains("duban_outbox_oldest_age_seconds", "duban_alerts_late")
                .hasSizeGreaterThan(15);

        // Some exist once the first request or event has come by.
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(named).isSubsetOf(told(city)));
    }

    private static TreeSet<String> told(Demonstration city) {
        return Stream.of("task-service", "meeting-service", "notification-service", "gateway")
                .flatMap(service -> city.running().metrics(service).lines())
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceFirst("[{ ].*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> expressions() throws IOException {
        var folder = Running.ROOT.resolve("deploy/observability");
        var rules = Files.readAllLines(folder.resolve("duban.rules.yml")).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("expr: ") && !line.contains("up{"))
                .map(line -> line.substring("expr: ".length()));
        var dashboard = new JsonMapper().readTree(Files.readString(folder.resolve("duban.dashboard.json")));
        var panels = dashboard
                .get("panels")
                .valueStream()
                .flatMap(panel -> panel.get("targets").valueStream())
                .map(target -> target.get("expr").asString());
        return Stream.concat(rules, panels);
    }

    @Test
    void oneTraceLeadsFromAUnitsReportToTheAlertItCauses(Demonstration city) {
        var traceId = UUID.randomUUID().toString().replace("-", "");
        JsonNode owed = null;
        Caller unit = null;
        for (var account : city.running().accounts()) {
            if (List.of("LIAISON", "UNIT_HEAD", "COUNTY_OFFICE")
                    .contains(account.get("role").asString())) {
                unit = city.running()
                        .visitor()
                        .withClient(
                                account.get("clientId").asString(),
                                account.get("clientSecret").asString());
                var due = unit.get("/api/reports?unit=me&state=due")
                        .is(200)
                        .json()
                        .get("items");
                if (!due.isEmpty()) {
                    owed = due.get(0);
                    break;
                }
            }
        }
        assertThat(owed).as("somebody owes a report").isNotNull();
        unit.changeTraced(
                        "PUT",
                        "/api/reports/" + owed.get("id").asString(),
                        Map.of("progress", 60, "done", "已完成摸底", "problems", "", "next", "推进试点"),
                        "00-" + traceId + "-00000000000000a1-01")
                .is(200);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var spans = city.spans(traceId);
            assertThat(spans.stream().map(Demonstration.Span::service))
                    .contains("gateway", "task-service", "notification-service");
            assertThat(spans.stream()
                            .filter(span -> span.service().equals("notification-service"))
                            .map(Demonstration.Span::name))
                    .anyMatch(name -> name.contains("duban.task"));
        });
    }
}
