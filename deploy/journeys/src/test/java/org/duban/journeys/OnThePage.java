package org.duban.journeys;

import static org.duban.journeys.Screens.signInFirst;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A city without plans, its health commission, and the browser that its people sit at. */
final class OnThePage implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final Chromium chromium;
    private final Running running;
    private final City city;
    private final Screens screens;
    private final String commission;
    private @Nullable Page supervisor;

    private OnThePage(Chromium chromium) {
        this.chromium = chromium;
        running = Launched.start("--empty", "--at", "2023-03-13T09:00");
        city = new City(running);
        commission = city.registerCityUnit("云江市卫生健康委员会", "市卫生健康委").get("id").asString();
        screens = new Screens(chromium, running.address());
    }

    /** A system of one's own, for a story that moves the clock. */
    static OnThePage start() {
        return new OnThePage(Chromium.launch());
    }

    City city() {
        return city;
    }

    Screens screens() {
        return screens;
    }

    /** Where the commission's section chief for supervision sits, signed in. */
    Page supervisor() {
        if (supervisor == null) {
            var initial = city.account(city.post(commission, "督导科科长", "SUPERVISOR"), "周明远", "supervisor");
            supervisor = screens.desk();
            signInFirst(supervisor, "supervisor", initial);
        }
        return supervisor;
    }

    /** What the ledger holds of a plan, in its order, as the section chief sees it. */
    List<JsonNode> tasksOf(String title) {
        var answer =
                JSON.readTree(supervisor().request().get("/api/tasks?limit=200").body());
        return StreamSupport.stream(answer.get("items").spliterator(), false)
                .filter(task -> task.get("planTitle").asString().contains(title))
                .sorted((a, b) -> a.get("ordinal").asInt() - b.get("ordinal").asInt())
                .toList();
    }

    static List<String> unitsOf(JsonNode task, String part) {
        return StreamSupport.stream(task.get(part).spliterator(), false)
                .map(unit -> unit.get("shortName").asString())
                .toList();
    }

    @Override
    public void close() {
        running.close();
        chromium.close();
    }

    /** Hands the one city to all stories that bring a plan of their own and leave the clock alone; it ends with the last. */
    static final class Shared implements ParameterResolver, ExecutionCondition {

        // What a resolver throws is a failure; only a condition can skip.
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            try {
                shared(context);
                return ConditionEvaluationResult.enabled("there is a browser");
            } catch (TestAbortedException notHere) {
                return ConditionEvaluationResult.disabled(notHere.getMessage());
            }
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == OnThePage.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return shared(context);
        }

        private static OnThePage shared(ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(OnThePage.class))
                    .computeIfAbsent(OnThePage.class, key -> start(), OnThePage.class);
        }
    }
}
