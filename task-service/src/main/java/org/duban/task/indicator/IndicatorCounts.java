package org.duban.task.indicator;

/**
 * How many of the indicators that the caller sees stand how.
 *
 * @param undecided not reached, and too little is known for a forecast
 * @param same pairs that look the same and wait for a person; 0 for whoever does not decide on it
 */
public record IndicatorCounts(
        int total, int reached, int onTrack, int undecided, int lagging, int missed, int noData, int same) {}
