package org.duban.task.plan.draft;

import java.util.regex.Pattern;

/** Tells 常态化 tasks, which are supervised by period and never completed (behaviours.md B11). */
final class StandingTask {
    private static final String ALWAYS = "(?:长期坚持|长期推进|长期任务|长期实施|持续推进|持续实施|常态化推进|常态化开展|常态化实施|全年推进)";

    // As a time limit or a clause of its own. Inside a sentence, as in 持续推进体系建设, it says nothing about time.
    private static final Pattern SAYS =
            Pattern.compile("时限[:：]\\s*(?:" + ALWAYS + "|长期|常态化|持续)|(?<=[，,。；;（(\\n])" + ALWAYS + "(?=[。；;）)\\n]|$)");

    private StandingTask() {}

    static boolean says(String text) {
        return SAYS.matcher(text.strip()).find();
    }
}
