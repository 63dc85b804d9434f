package org.duban.meeting.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.duban.meeting.conference.Meeting.State;
import org.duban.meeting.conference.PlenaryRow.Standing;
import org.duban.meeting.contract.MeetingEvent.Form;
import org.junit.jupiter.api.Test;

/** behaviours.md D4 */
class PlenaryRowTest {

    @Test
    void heldIsHeldAndConvenedIsPlannedAndARequestIsNeither() {
        assertThat(PlenaryRow.standing(true, State.HELD)).isEqualTo(Standing.HELD);
        assertThat(PlenaryRow.standing(true, State.MINUTES_ISSUED)).isEqualTo(Standing.HELD);
        assertThat(PlenaryRow.standing(true, State.CONVENED)).isEqualTo(Standing.PLANNED);
        assertThat(PlenaryRow.standing(true, State.REQUESTED)).isEqualTo(Standing.MISSING);
        assertThat(PlenaryRow.standing(true, State.CANCELLED)).isEqualTo(Standing.MISSING);
        assertThat(PlenaryRow.standing(true, null)).isEqualTo(Standing.MISSING);
        assertThat(PlenaryRow.standing(false, null)).isEqualTo(Standing.NO_MECHANISM);
    }

    @Test
    void itIsOwedInTheLastQuarterWhereNoneIsHeldOrPlanned() {
        LocalDate september = LocalDate.of(2026, 9, 30);
        LocalDate october = LocalDate.of(2026, 10, 1);
        assertThat(row(Standing.MISSING).owedOn(september)).isFalse();
        assertThat(row(Standing.MISSING).owedOn(october)).isTrue();
        assertThat(row(Standing.PLANNED).owedOn(october)).isFalse();
        assertThat(row(Standing.HELD).owedOn(october)).isFalse();
        assertThat(row(Standing.NO_MECHANISM).owedOn(october))
                .as("nobody's office to remind")
                .isFalse();
    }

    @Test
    void aRegularMeetingIsOfAllAndAnExtraordinaryOneOfItsMatter() {
        assertThat(Meeting.Kind.REGULAR.usualForm()).isEqualTo(Form.PLENARY);
        assertThat(Meeting.Kind.EXTRAORDINARY.usualForm()).isEqualTo(Form.TOPICAL);
    }

    private static PlenaryRow row(Standing standing) {
        return new PlenaryRow(null, null, UUID.randomUUID(), "联席会议", null, standing, null, null);
    }
}
