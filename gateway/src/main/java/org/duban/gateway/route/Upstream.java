package org.duban.gateway.route;

import java.util.List;

/** The services behind the door and the first words of the paths that are theirs. */
public enum Upstream {
    TASK(
            "任务服务",
            "plan-readings",
            "duty-suggestions",
            "plans",
            "tasks",
            "rounds",
            "reports",
            "evidence",
            "hand-ins",
            "overview",
            "working-days",
            "notices",
            "ledger.xlsx",
            "ledger-imports",
            "ledger-views",
            "search",
            "indicators",
            "rectifications",
            "assessments",
            "light-rules",
            "light-rule-trials",
            "assessment-sheets",
            "assessment-appeals",
            "assessment-awards",
            "scoring-rules",
            "scoring-rule-trials",
            "complaints",
            "goals",
            "feature-calls",
            "feedback",
            "comments"),
    MEETING("会议服务", "units", "counties", "posts", "persons", "mechanisms", "meetings", "directory", "documents"),
    NOTIFICATION("提醒服务", "alerts", "preferences", "webhooks", "calendar");

    /** Events to the page, for as long as it is open. */
    public static final String STREAM = "/api/alerts/stream";

    private final String words;
    private final List<String> paths;

    Upstream(String words, String... paths) {
        this.words = words;
        this.paths = List.of(paths);
    }

    /** As an official would call it. */
    public String words() {
        return words;
    }

    /** As {@code plans} for {@code /api/plans} and all below it. */
    public List<String> paths() {
        return paths;
    }
}
