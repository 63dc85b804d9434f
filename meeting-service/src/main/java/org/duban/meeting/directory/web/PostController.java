package org.duban.meeting.directory.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.web.Cursor;
import org.duban.kit.web.ETags;
import org.duban.kit.web.Limit;
import org.duban.kit.web.Page;
import org.duban.meeting.contract.DirectoryEvent.Role;
import org.duban.meeting.directory.DirectoryViews;
import org.duban.meeting.directory.DirectoryViews.PastHolder;
import org.duban.meeting.directory.DirectoryViews.PersonView;
import org.duban.meeting.directory.DirectoryViews.PostView;
import org.duban.meeting.directory.Post;
import org.duban.meeting.directory.PostRegister;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "岗位")
class PostController {

    private final PostRegister register;
    private final DirectoryViews views;

    PostController(PostRegister register, DirectoryViews views) {
        this.register = register;
        this.views = views;
    }

    record PostBody(
            @NotNull UUID unitId,
            @NotBlank @Size(max = 40) String title,
            @NotNull Role role) {}

    record HolderBody(
            @Nullable UUID personId,
            @Nullable @Size(max = 40) String name,
            @Nullable @Email @Size(max = 200) String email,
            @Nullable @Size(max = 40) String phone,
            @Nullable LocalDate since) {}

    record Holders(List<PastHolder> items, @Nullable String next) {}

    record Persons(List<PersonView> items, @Nullable String next) {}

    @GetMapping("/api/posts")
    @CanRead
    @Operation(summary = "岗位及任职人员", description = "联系方式只对工作人员（区县工作人员限本区县）和本单位显示。")
    Page<PostView> list(
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        return views.posts(unit, caller, Limit.of(limit), cursor == null ? null : Cursor.decode(cursor));
    }

    @GetMapping("/api/posts/{id}")
    @CanRead
    @Operation(summary = "查看岗位")
    ResponseEntity<PostView> get(@PathVariable UUID id, Caller caller) {
        return answer(id, HttpStatus.OK, caller);
    }

    @PostMapping("/api/posts")
    @CanKeep
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "设置岗位")
    ResponseEntity<PostView> create(@Valid @RequestBody PostBody body, Caller caller) {
        Post post = register.create(body.unitId(), body.title(), body.role(), caller);
        return answer(post.id(), HttpStatus.CREATED, caller);
    }

    @PutMapping("/api/posts/{id}/holder")
    @CanKeep
    @Operation(summary = "任职", description = "现任人员自任职日期起离任；未写日期时为今天。")
    ResponseEntity<PostView> fill(
            @PathVariable UUID id,
            @Valid @RequestBody HolderBody body,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        register.fill(
                id,
                new PostRegister.Candidate(body.personId(), body.name(), body.email(), body.phone()),
                body.since(),
                caller,
                ETags.matchingIfGiven(ifMatch));
        return answer(id, HttpStatus.OK, caller);
    }

    @DeleteMapping("/api/posts/{id}/holder")
    @CanKeep
    @Operation(summary = "离任")
    ResponseEntity<PostView> vacate(
            @PathVariable UUID id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        register.vacate(id, caller, ETags.matchingIfGiven(ifMatch));
        return answer(id, HttpStatus.OK, caller);
    }

    @GetMapping("/api/posts/{id}/holders")
    @CanRead
    @Operation(summary = "历任人员", description = "写明日期时只返回当日在任的人员。")
    Holders holders(@PathVariable UUID id, @RequestParam(required = false) @Nullable LocalDate on) {
        return new Holders(views.holders(id, on), null);
    }

    @GetMapping("/api/persons")
    @PreAuthorize("hasAuthority('SCOPE_directory:read') and hasAnyRole('SUPERVISOR', 'SECRETARY', 'CONVENER', 'ADMIN')")
    @Operation(summary = "查找人员")
    Persons persons(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        return new Persons(views.persons(q, Limit.of(limit), caller), null);
    }

    private ResponseEntity<PostView> answer(UUID id, HttpStatus status, Caller caller) {
        PostView post = views.post(id, caller);
        var response = ResponseEntity.status(status).eTag(ETags.of(post.version()));
        if (status == HttpStatus.CREATED) {
            response.location(URI.create("/api/posts/" + id));
        }
        return response.body(post);
    }
}
