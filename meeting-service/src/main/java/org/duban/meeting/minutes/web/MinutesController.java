package org.duban.meeting.minutes.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.web.BadRequest;
import org.duban.kit.web.ETags;
import org.duban.meeting.conference.MeetingView;
import org.duban.meeting.conference.MeetingViews;
import org.duban.meeting.minutes.Draft;
import org.duban.meeting.minutes.MinutesDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/meetings/{id}")
@Tag(name = "纪要")
class MinutesController {

    private static final String OFFICE = "hasAuthority('SCOPE_meeting:write') and hasRole('SECRETARY')";

    private final MinutesDesk desk;
    private final MeetingViews views;

    MinutesController(MinutesDesk desk, MeetingViews views) {
        this.desk = desk;
        this.views = views;
    }

    record ResolutionBody(
            @NotBlank @Size(max = 4000) String text,
            @NotEmpty @Size(max = 100) List<@NotNull UUID> leadUnitIds,
            @Nullable @Size(max = 100) List<@NotNull UUID> cooperatingUnitIds,
            @Nullable LocalDate dueOn,
            @Nullable UUID agendaItemId) {

        Draft.Item item() {
            return new Draft.Item(
                    text, leadUnitIds, Objects.requireNonNullElse(cooperatingUnitIds, List.of()), dueOn, agendaItemId);
        }
    }

    record MinutesBody(
            @Nullable @Size(max = 100_000) String text,
            @Nullable @Size(max = 100) String documentNumber,
            @Nullable @Size(max = 200) List<@Valid @NotNull ResolutionBody> resolutions,
            @Nullable @Size(max = 500) List<@NotNull UUID> recipientUnitIds) {

        Draft draft() {
            List<ResolutionBody> given = Objects.requireNonNullElse(resolutions, List.of());
            for (int i = 0; i < given.size(); i++) {
                LocalDate due = given.get(i).dueOn();
                if (due != null && (due.getYear() < 2000 || due.getYear() > 2999)) {
                    throw new BadRequest("/resolutions/" + i + "/dueOn", "完成时限不在合理范围内，请核对年份");
                }
            }
            return new Draft(
                    Objects.requireNonNullElse(text, ""),
                    documentNumber,
                    given.stream().map(ResolutionBody::item).toList(),
                    Objects.requireNonNullElse(recipientUnitIds, List.of()));
        }
    }

    @PutMapping("/minutes")
    @PreAuthorize(OFFICE)
    @Operation(summary = "起草纪要", description = "整份改写；每个议定事项至少一个牵头单位，未写时限的按机制默认时限。")
    ResponseEntity<MeetingView> write(
            @PathVariable UUID id,
            @Valid @RequestBody MinutesBody body,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        desk.write(id, body.draft(), caller, ETags.matching(ifMatch));
        return answer(id, caller);
    }

    @PostMapping("/minutes/issue")
    @PreAuthorize(OFFICE)
    @Operation(summary = "印发纪要", description = "印发后不能再改；议定事项随即交办，收文单位逐一签收。")
    ResponseEntity<MeetingView> issue(
            @PathVariable UUID id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        desk.issue(id, caller, ETags.matchingIfGiven(ifMatch));
        return answer(id, caller);
    }

    @PostMapping("/receipt")
    @PreAuthorize("hasAuthority('SCOPE_meeting:write')")
    @Operation(summary = "签收纪要", description = "收文单位确认收到；重复签收以第一次为准。")
    ResponseEntity<MeetingView> receive(@PathVariable UUID id, Caller caller) {
        desk.receive(id, caller);
        return answer(id, caller);
    }

    private ResponseEntity<MeetingView> answer(UUID id, Caller caller) {
        MeetingView meeting = views.get(id, caller);
        return ResponseEntity.ok().eTag(ETags.of(meeting.version())).body(meeting);
    }
}
