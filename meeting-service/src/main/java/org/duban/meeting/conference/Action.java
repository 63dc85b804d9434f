package org.duban.meeting.conference;

import static org.duban.meeting.conference.Meeting.State.CONVENED;
import static org.duban.meeting.conference.Meeting.State.HELD;
import static org.duban.meeting.conference.Meeting.State.MINUTES_ISSUED;
import static org.duban.meeting.conference.Meeting.State.REQUESTED;

import java.util.Set;

/** What can be done with a meeting, and in which of its states. */
public enum Action {
    CONSENT("同意召开", REQUESTED, CONVENED),
    CHANGE("变更会议安排", REQUESTED, CONVENED),
    CANCEL("取消会议", REQUESTED, CONVENED),
    PROPOSE_AGENDA_ITEM("提出议题", REQUESTED, CONVENED, HELD),
    CONSENT_AGENDA_ITEM("同意议题上会", REQUESTED, CONVENED, HELD),
    REPLY("回复参会", CONVENED),
    TAKE_ATTENDANCE("登记到会", CONVENED, HELD),
    EDIT_MINUTES("起草纪要", CONVENED, HELD),
    ISSUE_MINUTES("印发纪要", CONVENED, HELD),
    CONFIRM_RECEIPT("签收纪要", MINUTES_ISSUED);

    private final String words;
    private final Set<Meeting.State> states;

    Action(String words, Meeting.State... states) {
        this.words = words;
        this.states = Set.of(states);
    }

    boolean possibleIn(Meeting.State state) {
        return states.contains(state);
    }

    String words() {
        return words;
    }
}
