package org.duban.task.view;

/** Who finds a saved view in their list. What it shows is narrowed by each reader's own sight. */
public enum Audience {
    OWNER,
    /** Those of the same unit; of staff, the other staff of the city or of the same county. */
    COLLEAGUES,
    /** Everybody of the county, units included; of the city's staff, everybody. */
    EVERYONE
}
