package org.duban.meeting.conference.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.web.BadRequest;
import org.duban.kit.web.Cursor;
import org.duban.kit.web.ETags;
import org.duban.kit.web.Limit;
import org.duban.kit.web.Page;
import org.duban.meeting.conference.Answer;
import org.duban.meeting.conference.Conferences;
import org.duban.meeting.conference.Meeting;
import org.duban.meeting.conference.MeetingView;
import org.duban.meeting.conference.MeetingViews;
import org.duban.meeting.conference.MeetingViews.AbsenceRow;
import org.duban.meeting.conference.Plenaries;
import org.duban.meeting.conference.PlenaryRow;
import org.duban.meeting.conference.Reply;
import org.duban.meeting.contract.MeetingEvent.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/meetings")
@Tag(name = "会议")
class MeetingController {

    private final Conferences conferences;
    private final MeetingViews views;
    private final Plenaries plenaries;
    private final Clock clock;

    MeetingController(Conferences conferences, MeetingViews views, Plenaries plenaries, Clock clock) {
        this.conferences = conferences;
        this.views = views;
        this.plenaries = plenaries;
        this.clock = clock;
    }

    record MeetingBody(
            @NotNull UUID mechanismId,
            @NotBlank @Size(max = 200) String title,
            @NotNull Meeting.Kind kind,

            @Schema(description = "PLENARY 全体会议，TOPICAL 专题会议，LIAISON 联络员会议；不写则例会为全体会议，临时会议为专题会议") @Nullable
            Form form,

            @Nullable @Size(max = 2000) String cause,
            @NotNull OffsetDateTime startsAt,
            @NotBlank @Size(max = 200) String place,
            @Nullable @Size(max = 500) List<@NotNull UUID> invitedUnitIds,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 100) String> guests) {

        Meeting.Plan plan() {
            return new Meeting.Plan(
                    title,
                    kind,
                    form,
                    cause,
                    sound(startsAt),
                    place,
                    invitedUnitIds,
                    Objects.requireNonNullElse(guests, List.of()));
        }
    }

    record MeetingPatch(
            @Nullable @Size(min = 1, max = 200) String title,
            @Nullable OffsetDateTime startsAt,
            @Nullable @Size(min = 1, max = 200) String place) {

        Meeting.Change change() {
            return new Meeting.Change(
                    said("/title", title), startsAt == null ? null : sound(startsAt), said("/place", place));
        }

        private static @Nullable String said(String pointer, @Nullable String text) {
            if (text != null && text.isBlank()) {
                throw new BadRequest(pointer, "不能为空");
            }
            return text;
        }
    }

    record TopicBody(
            @NotBlank @Size(max = 500) String topic,
            @Nullable UUID unitId) {}

    record ReplyBody(
            @NotNull Reply reply,
            @Nullable @Size(max = 40) String deputyName,
            @Nullable @Size(max = 500) String reason) {}

    record AttendanceBody(@NotNull @Size(max = 500) List<@NotNull UUID> present) {}

    record CancellationBody(@NotBlank @Size(max = 500) String reason) {}

    record Absences(int year, List<AbsenceRow> items) {}

    @Schema(name = "PlenariesOfYear")
    record OfYear(int year, List<PlenaryRow> items) {}

    @GetMapping
    @CanRead
    @Operation(summary = "会议一览", description = "最近的在前；单位只看到邀请其参加或向其印发纪要的会议。")
    Page<MeetingView> list(
            @RequestParam(required = false) @Nullable UUID mechanism,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        return views.list(mechanism, caller, Limit.of(limit), cursor == null ? null : Cursor.decode(cursor));
    }

    @GetMapping("/absences")
    @CanRead
    @Operation(summary = "全年到会情况", description = "按缺席次数从多到少；只计已登记到会的会议。")
    Absences absences(
            @RequestParam(required = false) @Nullable @Min(2000) @Max(2999) Integer year,
            @RequestParam(required = false) @Nullable UUID mechanism,
            Caller caller) {
        int asked = year == null ? LocalDate.now(clock).getYear() : year;
        return new Absences(asked, views.absences(asked, mechanism, caller));
    }

    @GetMapping("/plenaries")
    @CanRead
    @Operation(summary = "年度全体会议", description = "市本级在前、各县区在后：各联席会议机制当年是否已召开或已安排全体会议；尚未建立机制的县区也列出。")
    OfYear plenaries(@RequestParam(required = false) @Nullable @Min(2000) @Max(2999) Integer year, Caller caller) {
        int asked = year == null ? LocalDate.now(clock).getYear() : year;
        return new OfYear(asked, plenaries.of(asked, caller));
    }

    @GetMapping("/{id}")
    @CanRead
    @Operation(summary = "查看会议", description = "议题、参会回复、到会情况和纪要；allowed 为当前可以进行的操作。")
    ResponseEntity<MeetingView> get(@PathVariable UUID id, Caller caller) {
        return answer(id, caller);
    }

    @PostMapping
    @CanTakePart
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "召开或提请召开会议", description = "办公室和召集人直接通知召开；成员单位为提请，须经同意。")
    ResponseEntity<MeetingView> call(@Valid @RequestBody MeetingBody body, Caller caller) {
        UUID id = conferences.call(body.mechanismId(), body.plan(), caller);
        MeetingView meeting = views.get(id, caller);
        return ResponseEntity.created(URI.create("/api/meetings/" + id))
                .eTag(ETags.of(meeting.version()))
                .body(meeting);
    }

    @PatchMapping("/{id}")
    @CanRun
    @Operation(summary = "变更会议安排")
    ResponseEntity<MeetingView> change(
            @PathVariable UUID id,
            @Valid @RequestBody MeetingPatch body,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        conferences.change(id, body.change(), caller, ETags.matching(ifMatch));
        return answer(id, caller);
    }

    @PostMapping("/{id}/consent")
    @CanConsent
    @Operation(summary = "同意召开", description = "召集人或任何一位受委托的负责人同意即可。")
    ResponseEntity<MeetingView> consent(
            @PathVariable UUID id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        conferences.consent(id, caller, ETags.matchingIfGiven(ifMatch));
        return answer(id, caller);
    }

    @PostMapping("/{id}/agenda-items")
    @CanTakePart
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "提出议题", description = "经同意后方可上会。")
    ResponseEntity<MeetingView> propose(
            @PathVariable UUID id,
            @Valid @RequestBody TopicBody body,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        conferences.propose(id, body.topic(), body.unitId(), caller, ETags.matchingIfGiven(ifMatch));
        return answer(id, caller, HttpStatus.CREATED);
    }

    @PostMapping("/{id}/agenda-items/{item}/consent")
    @CanConsent
    @Operation(summary = "同意议题上会")
    ResponseEntity<MeetingView> consentToItem(
            @PathVariable UUID id,
            @PathVariable UUID item,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        conferences.consentToItem(id, item, caller, ETags.matchingIfGiven(ifMatch));
        return answer(id, caller);
    }

    @PostMapping("/{id}/reply")
    @CanTakePart
    @Operation(summary = "回复参会", description = "参会、派员代会（写明人员）或请假（写明理由）；会前可以更改。")
    ResponseEntity<MeetingView> reply(@PathVariable UUID id, @Valid @RequestBody ReplyBody body, Caller caller) {
        conferences.reply(id, new Answer(body.reply(), body.deputyName(), body.reason()), caller);
        return answer(id, caller);
    }

    @PostMapping("/{id}/attendance")
    @CanRun
    @Operation(summary = "登记到会", description = "未列入的受邀单位记为缺席；再次登记即更正。")
    ResponseEntity<MeetingView> takeAttendance(
            @PathVariable UUID id,
            @Valid @RequestBody AttendanceBody body,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        conferences.takeAttendance(id, body.present(), caller, ETags.matchingIfGiven(ifMatch));
        return answer(id, caller);
    }

    @PostMapping("/{id}/cancellation")
    @CanRun
    @Operation(summary = "取消会议")
    ResponseEntity<MeetingView> cancel(
            @PathVariable UUID id,
            @Valid @RequestBody CancellationBody body,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        conferences.cancel(id, body.reason(), caller, ETags.matchingIfGiven(ifMatch));
        return answer(id, caller);
    }

    private ResponseEntity<MeetingView> answer(UUID id, Caller caller) {
        return answer(id, caller, HttpStatus.OK);
    }

    private ResponseEntity<MeetingView> answer(UUID id, Caller caller, HttpStatus status) {
        MeetingView meeting = views.get(id, caller);
        return ResponseEntity.status(status).eTag(ETags.of(meeting.version())).body(meeting);
    }

    private static Instant sound(OffsetDateTime startsAt) {
        if (startsAt.getYear() < 2000 || startsAt.getYear() > 2999) {
            throw new BadRequest("/startsAt", "会议时间不在合理范围内，请核对年份");
        }
        return startsAt.toInstant();
    }
}
