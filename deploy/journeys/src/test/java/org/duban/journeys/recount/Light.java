package org.duban.journeys.recount;

/** From calm to grave; done late stands apart (behaviours.md P8). */
public enum Light {
    GREEN,
    DONE_LATE,
    BLUE,
    YELLOW,
    RED
}
