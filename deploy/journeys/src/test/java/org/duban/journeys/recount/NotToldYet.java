package org.duban.journeys.recount;

/** What a fact follows is not among those that have been told; it may be told a moment later, on another partition. */
public final class NotToldYet extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotToldYet(String what) {
        super(what);
    }
}
