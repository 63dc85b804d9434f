package org.duban.journeys.recount;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duban.journeys.recount.Fact.Asked;
import org.duban.journeys.recount.Fact.Lead;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads events as they travel: the type, the moment, the JSON. */
public final class Facts {

    /** Told of what is counted, and no number of it moves: who was asked, urged or answered. */
    private static final Set<String> BESIDE = Set.of(
            "task-acknowledged",
            "completion-submitted",
            "extension-requested",
            "extension-withdrawn",
            "extension-decided",
            "unit-urged",
            "reports-requested",
            "report-awaits-sign-off",
            "report-sign-off-refused",
            "report-signed-off",
            "rectification-plan-submitted",
            "rectification-plan-returned",
            "rectification-completed",
            "rectification-followed-up");

    /** Told of what is counted elsewhere. */
    private static final List<String> ELSEWHERE =
            List.of("complaint-", "feature-item", "goal-", "hand-in-", "indicator-", "notice-", "score-");

    private static final Pattern TYPE = Pattern.compile("duban\\.task\\.(.+)\\.v1");

    private Facts() {}

    /**
     * @return empty for what moves no number
     * @throws IllegalArgumentException for what nobody has thought of, so that nothing moves a number unseen
     */
    public static Optional<Fact> of(String type, LocalDateTime at, JsonNode event) {
        Matcher word = TYPE.matcher(type);
        if (word.matches()
                && (BESIDE.contains(word.group(1)) || ELSEWHERE.stream().anyMatch(word.group(1)::startsWith))) {
            return Optional.empty();
        }
        return Optional.of(
                switch (type) {
                    case "duban.task.plan-adopted.v1" ->
                        new Fact.PlanAdopted(
                                at, id(event, "planId"), event.get("title").asString());
                    case "duban.task.task-assigned.v1" ->
                        new Fact.TaskGiven(
                                at,
                                id(event, "taskId"),
                                id(event, "planId"),
                                event.get("ordinal").asInt(),
                                event.get("title").asString(),
                                dayOrNull(event, "dueOn"),
                                leads(event.get("assignees")));
                    case "duban.task.task-extended.v1" ->
                        new Fact.TaskExtended(at, id(event, "taskId"), day(event, "dueOn"));
                    case "duban.task.task-closed.v1" ->
                        new Fact.TaskClosed(at, id(event, "taskId"), day(event, "closedOn"));
                    case "duban.task.round-opened.v1" ->
                        new Fact.RoundOpened(
                                at,
                                id(event, "roundId"),
                                id(event, "planId"),
                                YearMonth.parse(event.get("period").asString()),
                                day(event, "dueOn"),
                                event.get("reports").asInt());
                    case "duban.task.round-closed.v1" -> new Fact.RoundClosed(at, id(event, "roundId"));
                    case "duban.task.report-submitted.v1" ->
                        new Fact.ReportHandedIn(
                                at,
                                asked(event),
                                event.get("progress").asInt(),
                                event.get("onTime").asBoolean());
                    case "duban.task.report-returned.v1" ->
                        new Fact.ReportReturned(at, asked(event), day(event, "dueOn"));
                    case "duban.task.report-accepted.v1" -> new Fact.ReportAccepted(at, asked(event));
                    case "duban.task.report-waived.v1" ->
                        new Fact.ReportEnded(
                                at, asked(event), event.get("missed").asBoolean());
                    case "duban.task.light-changed.v1" ->
                        new Fact.LightTurned(
                                at,
                                id(event, "taskId"),
                                Light.valueOf(event.get("to").asString()));
                    case "duban.task.rectification-opened.v1" ->
                        new Fact.RectificationOpened(at, item(event), dayOrNull(event, "dueOn"));
                    case "duban.task.rectification-plan-agreed.v1" ->
                        new Fact.RectificationAgreed(at, item(event), day(event, "dueOn"));
                    case "duban.task.rectification-closed.v1" ->
                        new Fact.RectificationClosed(
                                at,
                                item(event),
                                day(event, "closedOn"),
                                event.get("onTime").asBoolean());
                    default -> throw new IllegalArgumentException("nobody knows what " + type + " comes to");
                });
    }

    private static UUID id(JsonNode event, String field) {
        return UUID.fromString(event.get(field).asString());
    }

    private static UUID item(JsonNode event) {
        return id(event.get("item"), "rectificationId");
    }

    private static Asked asked(JsonNode event) {
        return new Asked(id(event, "roundId"), id(event, "taskId"), id(event, "unitId"));
    }

    private static LocalDate day(JsonNode event, String field) {
        return LocalDate.parse(event.get(field).asString());
    }

    private static @Nullable LocalDate dayOrNull(JsonNode event, String field) {
        return event.hasNonNull(field) ? day(event, field) : null;
    }

    private static List<Lead> leads(JsonNode assignees) {
        List<Lead> leads = new ArrayList<>();
        for (JsonNode assignee : assignees) {
            if (assignee.get("part").asString().equals("LEAD")) {
                leads.add(new Lead(
                        id(assignee, "unitId"), assignee.hasNonNull("countyId") ? id(assignee, "countyId") : null));
            }
        }
        return leads;
    }
}
