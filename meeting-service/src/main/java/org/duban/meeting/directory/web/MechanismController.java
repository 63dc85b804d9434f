package org.duban.meeting.directory.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.web.ETags;
import org.duban.meeting.directory.DirectoryViews;
import org.duban.meeting.directory.DirectoryViews.MechanismView;
import org.duban.meeting.directory.Mechanism;
import org.duban.meeting.directory.Mechanism.Cadence;
import org.duban.meeting.directory.MechanismRegister;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "工作机制")
class MechanismController {

    private static final int USUAL_DUE_DAYS = 10;
    private static final int USUAL_NOTICE_DAYS = 7;

    private final MechanismRegister register;
    private final DirectoryViews views;

    MechanismController(MechanismRegister register, DirectoryViews views) {
        this.register = register;
        this.views = views;
    }

    record MemberBody(
            @NotNull UUID unitId,
            @Nullable @Size(max = 4000) String duty) {}

    record MechanismBody(
            @NotBlank @Size(max = 100) String name,
            @NotNull UUID convenerPostId,
            @Nullable @Size(max = 20) List<@NotNull UUID> delegatePostIds,
            @NotNull UUID officeUnitId,
            @NotEmpty @Size(max = 500) List<@Valid @NotNull MemberBody> members,
            @Nullable Cadence cadence,
            @Nullable @Min(1) @Max(250) Integer defaultDueDays,
            @Nullable @Min(0) @Max(60) Integer requestNoticeDays) {

        Mechanism.Order order() {
            return new Mechanism.Order(
                    name,
                    convenerPostId,
                    Objects.requireNonNullElse(delegatePostIds, List.of()),
                    officeUnitId,
                    members.stream()
                            .map(member -> new Mechanism.Member(member.unitId(), member.duty()))
                            .toList(),
                    Objects.requireNonNullElse(cadence, Cadence.QUARTER),
                    Objects.requireNonNullElse(defaultDueDays, USUAL_DUE_DAYS),
                    Objects.requireNonNullElse(requestNoticeDays, USUAL_NOTICE_DAYS));
        }
    }

    record MechanismList(
            List<MechanismView> items, @Nullable String next) {}

    @GetMapping("/api/mechanisms")
    @CanRead
    @Operation(summary = "工作机制一览")
    MechanismList list(Caller caller) {
        return new MechanismList(views.mechanisms(caller), null);
    }

    @GetMapping("/api/mechanisms/{id}")
    @CanRead
    @Operation(summary = "查看工作机制", description = "召集人、可代为召集的岗位、办公室、成员单位及其职责。")
    ResponseEntity<MechanismView> get(@PathVariable UUID id, Caller caller) {
        return answer(id, HttpStatus.OK, caller);
    }

    @PostMapping("/api/mechanisms")
    @CanKeep
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "建立工作机制")
    ResponseEntity<MechanismView> establish(@Valid @RequestBody MechanismBody body, Caller caller) {
        return answer(register.establish(body.order(), caller).id(), HttpStatus.CREATED, caller);
    }

    @PutMapping("/api/mechanisms/{id}")
    @CanKeep
    @Operation(summary = "修改工作机制")
    ResponseEntity<MechanismView> reorder(
            @PathVariable UUID id,
            @Valid @RequestBody MechanismBody body,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        register.reorder(id, body.order(), caller, ETags.matching(ifMatch));
        return answer(id, HttpStatus.OK, caller);
    }

    private ResponseEntity<MechanismView> answer(UUID id, HttpStatus status, Caller caller) {
        MechanismView mechanism = views.mechanism(id, caller);
        var response = ResponseEntity.status(status).eTag(ETags.of(mechanism.version()));
        if (status == HttpStatus.CREATED) {
            response.location(URI.create("/api/mechanisms/" + id));
        }
        return response.body(mechanism);
    }
}
