package org.duban.task.comment;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task, as far as comments on it go.
 *
 * @param countyId the county whose plan it is in; null for the city's
 * @param drafted whether its units do not see it yet
 * @param units those that have a part in it, or gave it as a piece of their own
 */
record CommentedTask(UUID id, String title, @Nullable UUID countyId, boolean drafted, Set<UUID> units) {}
