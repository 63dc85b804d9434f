package org.duban.task.sheet.web;

import static org.duban.task.access.Rights.SUPERVISES;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.web.BadRequest;
import org.duban.kit.web.ETags;
import org.duban.kit.web.Limit;
import org.duban.kit.web.Page;
import org.duban.task.sheet.ErrorSheet;
import org.duban.task.sheet.ImportChange;
import org.duban.task.sheet.ImportOutcome;
import org.duban.task.sheet.ImportSummary;
import org.duban.task.sheet.ImportView;
import org.duban.task.sheet.RowView;
import org.duban.task.sheet.SheetField;
import org.duban.task.sheet.SheetImport;
import org.duban.task.web.Attachment;
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

@RestController
@RequestMapping("/api/ledger-imports")
@Tag(name = "台账表格")
@PreAuthorize(SUPERVISES)
class LedgerImportController {
    private static final Set<String> STATES = Set.of("CREATE", "UPDATE", "UNCHANGED", "ERROR", "SKIPPED");

    private final SheetImport imports;

    LedgerImportController(SheetImport imports) {
        this.imports = imports;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "上传台账表格：识别表头和各列，与台账逐行比对，尚不写入")
    ResponseEntity<ImportView> open(
            @Parameter(description = ".xlsx 工作簿，不超过20MB") @RequestPart MultipartFile file,
            @Parameter(description = "所属县（市、区）；不填为市级") @RequestParam(required = false) @Nullable UUID countyId,
            Caller caller)
            throws IOException {
        String name = file.getOriginalFilename();
        UUID id = imports.open(name == null ? "" : name, file.getBytes(), countyId, caller);
        ImportView opened = imports.view(id, caller);
        return ResponseEntity.created(URI.create("/api/ledger-imports/" + id))
                .eTag(ETags.of(opened.version()))
                .body(opened);
    }

    @GetMapping
    @Operation(summary = "导入记录，新的在前")
    Page<ImportSummary> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        return imports.list(caller, Limit.of(limit), cursor);
    }

    @GetMapping("/{id}")
    @Operation(summary = "一次导入：工作表、列对应、去向、各类行数、待对应的单位")
    ResponseEntity<ImportView> one(@PathVariable UUID id, Caller caller) {
        return answer(imports.view(id, caller));
    }

    @GetMapping("/{id}/rows")
    @Operation(summary = "逐行的导入结果：新增、更新及改动、无变化、有问题及原因、略过")
    Page<RowView> rows(
            @PathVariable UUID id,
            @Parameter(description = "CREATE、UPDATE、UNCHANGED、ERROR、SKIPPED，多个用逗号分隔")
                    @RequestParam(required = false)
                    @Nullable
                    String state,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        return imports.rows(id, states(state), Limit.of(limit), cursor, caller);
    }

    private static List<String> states(@Nullable String text) {
        List<String> states = text == null || text.isBlank()
                ? List.of()
                : Arrays.stream(text.split(","))
                        .map(one -> one.strip().toUpperCase(Locale.ROOT))
                        .toList();
        if (!STATES.containsAll(states)) {
            throw new BadRequest("state", "没有这样的取值：" + text);
        }
        return states;
    }

    /** @param countyId given with {@code ofCity} false; the city's own where that is true */
    @Schema(name = "LedgerImportPatch")
    record Patch(
            @Schema(description = "要读取的工作表，从0起") @Nullable Integer sheet,

            @Schema(description = "表头所在行，按表格行号") @Nullable Integer headerRow,

            @Size(max = 100, message = "列数过多") @Nullable List<@Valid ColumnChoice> columns,

            @Schema(description = "导入到已有计划") @Nullable UUID planId,

            @Schema(description = "导入为新计划时的名称") @Size(min = 1, max = 200, message = "计划名称请控制在1到200字") @Nullable
            String newPlanTitle,

            @Schema(description = "新计划每月报送日")
            @Min(value = 1, message = "报送日须为1至28")
            @Max(value = 28, message = "报送日须为1至28")
            @Nullable
            Integer reportDay,

            @Schema(description = "新计划所属县（市、区）") @Nullable UUID countyId,

            @Schema(description = "新计划属于市级") @Nullable Boolean ofCity) {}

    /** @param field null: the column is not imported */
    @Schema(name = "LedgerImportColumn")
    record ColumnChoice(
            @Min(value = 0, message = "列号须从0起") @Max(value = 200, message = "没有这一列")
            int index,

            @Nullable SheetField field) {}

    @PatchMapping("/{id}")
    @Operation(summary = "更改工作表、表头、列对应或导入去向")
    ResponseEntity<ImportView> change(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid Patch patch,
            Caller caller) {
        return answer(imports.change(id, change(patch), ETags.matching(ifMatch), caller));
    }

    private static ImportChange change(Patch patch) {
        if (patch.planId() != null && patch.newPlanTitle() != null) {
            throw new BadRequest("/planId", "导入到已有计划和新计划只能选一项");
        }
        boolean aims = patch.planId() != null || patch.newPlanTitle() != null || patch.reportDay() != null;
        boolean ofCity = Boolean.TRUE.equals(patch.ofCity());
        return new ImportChange(
                patch.sheet(),
                patch.headerRow(),
                patch.columns() == null ? null : columns(patch.columns()),
                aims
                        ? new ImportChange.Target(
                                patch.planId(),
                                patch.newPlanTitle() == null
                                        ? null
                                        : patch.newPlanTitle().strip(),
                                patch.reportDay())
                        : null,
                ofCity
                        ? new ImportChange.County(null)
                        : patch.countyId() == null ? null : new ImportChange.County(patch.countyId()));
    }

    private static Map<Integer, @Nullable SheetField> columns(List<ColumnChoice> chosen) {
        Map<Integer, @Nullable SheetField> columns = new HashMap<>();
        chosen.forEach(column -> columns.put(column.index(), column.field()));
        return columns;
    }

    @Schema(name = "LedgerImportAlias")
    record Alias(
            @NotBlank(message = "请填写单位名称") @Size(max = 100, message = "单位名称请控制在100字以内")
            String name,

            @NotNull(message = "请选择单位") UUID unitId) {}

    @PutMapping("/{id}/aliases")
    @Operation(summary = "把表格中的单位名称对应到在册单位，以后同样处理")
    ResponseEntity<ImportView> match(@PathVariable UUID id, @RequestBody @Valid Alias alias, Caller caller) {
        return answer(imports.match(id, alias.name().strip(), alias.unitId(), caller));
    }

    @GetMapping("/{id}/errors.xlsx")
    @Operation(summary = "有问题的行及原因，可修改后重新导入")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = Workbooks.TYPE, schema = @Schema(type = "string", format = "binary")))
    void errors(@PathVariable UUID id, Caller caller, HttpServletResponse response) throws IOException {
        ErrorSheet sheet = imports.errors(id, caller);
        response.setContentType(Workbooks.TYPE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, Attachment.named(sheet.name()));
        sheet.write(response.getOutputStream());
    }

    /**
     * @param dryRun true: only told, nothing is written
     * @param whole true: a single row in error keeps all out
     */
    @Schema(name = "LedgerImportAdoption")
    record Adoption(
            @Schema(description = "试运行：只报告结果，不写入") @Nullable Boolean dryRun,

            @Schema(description = "有一行存在问题即全部不导入") @Nullable Boolean whole) {}

    @PostMapping("/{id}/adoption")
    @Operation(summary = "导入台账，或先试运行；有问题的行不影响其他行")
    ImportOutcome adopt(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable Adoption adoption,
            Caller caller) {
        boolean dryRun = adoption != null && Boolean.TRUE.equals(adoption.dryRun());
        boolean whole = adoption != null && Boolean.TRUE.equals(adoption.whole());
        return imports.adopt(id, dryRun, whole, ETags.matching(ifMatch), caller);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "放弃一次导入")
    ResponseEntity<Void> discard(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        imports.discard(id, ETags.matching(ifMatch), caller);
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<ImportView> answer(ImportView view) {
        return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
    }
}
