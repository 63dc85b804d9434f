package org.duban.gateway.rights;

import static org.duban.gateway.rights.Scopes.Names.*;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.duban.meeting.contract.DirectoryEvent.Role;

/** What each role may do, in the words that tokens carry. */
public final class Scopes {

    static final class Names {
        static final String PLAN_WRITE = "plan:write";
        static final String LEDGER_READ = "ledger:read";
        static final String LEDGER_WRITE = "ledger:write";
        static final String REPORT_WRITE = "report:write";
        static final String INDICATOR_WRITE = "indicator:write";
        static final String DIRECTORY_READ = "directory:read";
        static final String DIRECTORY_WRITE = "directory:write";
        static final String MEETING_READ = "meeting:read";
        static final String MEETING_WRITE = "meeting:write";
        static final String ALERT_READ = "alert:read";
        static final String ACCOUNT_WRITE = "account:write";

        private Names() {}
    }

    private Scopes() {}

    public static List<String> of(Role role) {
        return switch (role) {
            case SUPERVISOR ->
                List.of(
                        PLAN_WRITE,
                        LEDGER_READ,
                        LEDGER_WRITE,
                        DIRECTORY_READ,
                        DIRECTORY_WRITE,
                        MEETING_READ,
                        ALERT_READ);
            case SECRETARY ->
                List.of(LEDGER_READ, DIRECTORY_READ, DIRECTORY_WRITE, MEETING_READ, MEETING_WRITE, ALERT_READ);
            case CONVENER -> List.of(LEDGER_READ, DIRECTORY_READ, MEETING_READ, MEETING_WRITE, ALERT_READ);
            case LIAISON, UNIT_HEAD, COUNTY_OFFICE ->
                List.of(
                        LEDGER_READ,
                        REPORT_WRITE,
                        INDICATOR_WRITE,
                        DIRECTORY_READ,
                        MEETING_READ,
                        MEETING_WRITE,
                        ALERT_READ);
            case ADMIN ->
                List.of(ACCOUNT_WRITE, DIRECTORY_READ, DIRECTORY_WRITE, LEDGER_READ, MEETING_READ, ALERT_READ);
        };
    }

    public static SequencedSet<String> of(Collection<Role> roles) {
        var all = new LinkedHashSet<String>();
        roles.forEach(role -> all.addAll(of(role)));
        return all;
    }
}
