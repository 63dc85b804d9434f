package org.duban.task.access;

import org.duban.kit.security.Caller;

/** Each right as the rule of a door ({@code @PreAuthorize}) and as a question, so that what is offered is what is let in. */
public final class Rights {
    public static final String READS = "hasAuthority('SCOPE_ledger:read')";
    public static final String SUPERVISES = "hasRole('SUPERVISOR') and hasAuthority('SCOPE_ledger:write')";
    public static final String FOR_ITS_UNIT =
            "hasAnyRole('LIAISON', 'UNIT_HEAD', 'COUNTY_OFFICE') and hasAuthority('SCOPE_report:write')";

    /** Of a piece the unit that gave it decides too; which task is whose, the desk knows. */
    public static final String DECIDES = "(" + SUPERVISES + ") or (" + FOR_ITS_UNIT + ")";

    /** Leaders and the office of the conference have a word to say, too. */
    public static final String COMMENTS =
            "(" + SUPERVISES + ") or (" + FOR_ITS_UNIT + ") or (hasAnyRole('SECRETARY', 'CONVENER') and " + READS + ")";

    private Rights() {}

    /** {@link #SUPERVISES} */
    public static boolean supervises(Caller caller) {
        return caller.has("SUPERVISOR") && caller.may("ledger:write");
    }

    /** {@link #FOR_ITS_UNIT} */
    public static boolean actsForItsUnit(Caller caller) {
        return (caller.has("LIAISON") || caller.has("UNIT_HEAD") || caller.has("COUNTY_OFFICE"))
                && caller.may("report:write");
    }
}
