package org.duban.task.plan;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duban.task.plan.unit.LikelyUnit;
import org.duban.task.plan.unit.SuggestedUnit;
import org.duban.task.plan.version.EarlierPlan;
import org.duban.task.plan.version.Gone;
import org.duban.task.plan.version.SameAs;
import org.jspecify.annotations.Nullable;

/**
 * What helps a person to review a draft; nothing of it is decided.
 *
 * @param undoable what the last step was; null where there is none to take back
 * @param sameAs by ordinal
 * @param resolutions by finding
 * @param likely by the name in the draft
 * @param suggested by ordinal
 */
record Aids(
        @Nullable String undoable,
        @Nullable EarlierPlan previous,
        Map<Integer, SameAs> sameAs,
        List<Gone> gone,
        Map<UUID, List<Resolution>> resolutions,
        Map<String, List<LikelyUnit>> likely,
        Map<Integer, List<SuggestedUnit>> suggested) {}
