package org.duban.task.contract;

import java.util.HashMap;
import java.util.Map;

/** All that {@value #NAME} carries, for whoever listens to the whole of it. */
public sealed interface TaskTopic
        permits TaskEvent,
                RectificationEvent,
                ComplaintEvent,
                IndicatorEvent,
                HandInEvent,
                CountyEvent,
                GoalEvent,
                AssessmentEvent,
                CommentEvent {

    String NAME = "duban.task";

    /** What must stay in order shares it. */
    String key();

    /** Each event by the name under which it travels. */
    static Map<String, Class<? extends TaskTopic>> types() {
        Map<String, Class<? extends TaskTopic>> types = new HashMap<>(TaskEvent.TYPES);
        types.putAll(RectificationEvent.TYPES);
        types.putAll(ComplaintEvent.TYPES);
        types.putAll(IndicatorEvent.TYPES);
        types.putAll(HandInEvent.TYPES);
        types.putAll(CountyEvent.TYPES);
        types.putAll(GoalEvent.TYPES);
        types.putAll(AssessmentEvent.TYPES);
        types.putAll(CommentEvent.TYPES);
        return Map.copyOf(types);
    }
}
