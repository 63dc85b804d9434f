package org.duban.task.plan.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.web.ETags;
import org.duban.kit.web.Limit;
import org.duban.kit.web.Page;
import org.duban.task.ledger.PlanView;
import org.duban.task.ledger.PlanViews;
import org.duban.task.plan.PlanAdoption;
import org.duban.task.plan.PlanReview;
import org.duban.task.plan.ReadingSummary;
import org.duban.task.plan.ReadingView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/plan-readings")
@Tag(name = "方案识别与核定")
@PreAuthorize("hasRole('SUPERVISOR') and hasAuthority('SCOPE_plan:write')")
class PlanReadingController {
    private final PlanReview review;
    private final PlanAdoption adoption;
    private final PlanViews plans;

    PlanReadingController(PlanReview review, PlanAdoption adoption, PlanViews plans) {
        this.review = review;
        this.adoption = adoption;
        this.plans = plans;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "上传方案文件并识别其中的任务、单位、阶段和待核问题")
    ResponseEntity<ReadingView> read(
            @Parameter(description = "方案文件，不超过20MB") @RequestPart MultipartFile file,
            @Parameter(description = "所属县（市、区）；不填则按发文机关判断") @RequestParam(required = false) @Nullable UUID countyId,
            Caller caller)
            throws IOException {
        String name = file.getOriginalFilename();
        ReadingView reading = review.read(name == null ? "" : name, file.getBytes(), countyId, caller);
        return ResponseEntity.created(URI.create("/api/plan-readings/" + reading.id()))
                .eTag(ETags.of(reading.version()))
                .body(reading);
    }

    @GetMapping
    @Operation(summary = "识别结果列表，新的在前")
    Page<ReadingSummary> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        return review.list(caller, Limit.of(limit), cursor);
    }

    @GetMapping("/{id}")
    @Operation(summary = "一份识别结果：原文、各项内容及出处、待核问题、单位对应情况")
    ResponseEntity<ReadingView> reading(@PathVariable UUID id, Caller caller) {
        return answer(review.reading(id, caller));
    }

    @PatchMapping("/{id}")
    @Operation(summary = "更正文件信息、所属县、报送日和实施阶段")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Patches.DocumentPatch.class)))
    ResponseEntity<ReadingView> correct(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch,
            Caller caller) {
        return answer(review.correct(id, Patches.document(Patch.of(patch)), ETags.matching(ifMatch), caller));
    }

    @PatchMapping("/{id}/tasks/{ordinal}")
    @Operation(summary = "更正一项任务，或决定是否纳入台账")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Patches.TaskPatch.class)))
    ResponseEntity<ReadingView> correctTask(
            @PathVariable UUID id,
            @PathVariable int ordinal,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch,
            Caller caller) {
        return answer(review.correct(id, ordinal, Patches.task(Patch.of(patch)), ETags.matching(ifMatch), caller));
    }

    @PostMapping("/{id}/tasks")
    @Operation(summary = "新增一项识别时漏掉的任务，可指明取自文件的哪些文字")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Patches.TaskAddition.class)))
    ResponseEntity<ReadingView> add(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode addition,
            Caller caller) {
        return answer(review.add(id, Patches.addition(Patch.of(addition)), ETags.matching(ifMatch), caller));
    }

    @PostMapping("/{id}/tasks/{ordinal}/split")
    @Operation(summary = "把一项任务从指定位置拆为两项，单位、指标、时限和待核问题各归其所在的一项")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Patches.Cut.class)))
    ResponseEntity<ReadingView> split(
            @PathVariable UUID id,
            @PathVariable int ordinal,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode cut,
            Caller caller) {
        Patches.Cut where = Patches.cut(Patch.of(cut));
        return answer(review.split(id, ordinal, where.at(), where.textAt(), ETags.matching(ifMatch), caller));
    }

    @PostMapping("/{id}/tasks/merge")
    @Operation(summary = "把几项任务合并为一项")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Patches.Ordinals.class)))
    ResponseEntity<ReadingView> merge(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode merge,
            Caller caller) {
        return answer(review.merge(id, Patches.ordinals(Patch.of(merge)), ETags.matching(ifMatch), caller));
    }

    @PostMapping("/{id}/undo")
    @Operation(summary = "撤销核定中的上一步")
    ResponseEntity<ReadingView> undo(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return answer(review.undo(id, ETags.matching(ifMatch), caller));
    }

    @PatchMapping("/{id}/findings/{findingId}")
    @Operation(summary = "核定一处待核问题")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Patches.FindingPatch.class)))
    ResponseEntity<ReadingView> decide(
            @PathVariable UUID id,
            @PathVariable UUID findingId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch,
            Caller caller) {
        return answer(review.decide(id, findingId, Patches.finding(Patch.of(patch)), ETags.matching(ifMatch), caller));
    }

    record Alias(
            @NotBlank(message = "请填写单位名称") @Size(max = 100, message = "单位名称请控制在100字以内")
            String name,

            @NotNull(message = "请选择单位") UUID unitId) {}

    @PutMapping("/{id}/aliases")
    @Operation(summary = "把文件中的单位名称对应到在册单位，以后同样处理")
    ResponseEntity<ReadingView> match(@PathVariable UUID id, @RequestBody @Valid Alias alias, Caller caller) {
        return answer(review.match(id, alias.name().strip(), alias.unitId(), caller));
    }

    @PostMapping("/{id}/adoption")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "纳入台账：任务分派到各单位；可只纳入指定的几项")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = false,
            content = @Content(schema = @Schema(implementation = Patches.AdoptionPart.class)))
    ResponseEntity<PlanView> adopt(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable JsonNode part,
            Caller caller) {
        Set<Integer> ordinals = part == null || part.isNull() ? null : Patches.adoption(Patch.of(part));
        UUID plan = adoption.adopt(id, ordinals, ETags.matchingIfGiven(ifMatch), caller);
        return ResponseEntity.created(URI.create("/api/plans/" + plan)).body(plans.plan(plan, caller));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "放弃一份识别结果")
    ResponseEntity<Void> discard(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        review.discard(id, ETags.matching(ifMatch), caller);
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<ReadingView> answer(ReadingView reading) {
        return ResponseEntity.ok().eTag(ETags.of(reading.version())).body(reading);
    }
}
