package org.duban.meeting.directory.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.duban.kit.security.Caller;
import org.duban.meeting.directory.sheet.SheetExport;
import org.duban.meeting.directory.sheet.SheetImport;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@Tag(name = "名录表格")
class SheetController {

    private static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final MediaType XLSX = MediaType.valueOf(XLSX_TYPE);

    private final SheetImport sheetImport;
    private final SheetExport sheetExport;

    SheetController(SheetImport sheetImport, SheetExport sheetExport) {
        this.sheetImport = sheetImport;
        this.sheetExport = sheetExport;
    }

    @PostMapping(path = "/api/directory/sheet", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @CanKeep
    @Operation(summary = "从表格导入名录", description = "工作表“单位”“岗位”；有错的行不导入并逐行说明，再次导入只更新不重复；dryRun=true 时只检查不写入。")
    SheetImport.Result load(
            @RequestPart MultipartFile file, @RequestParam(defaultValue = "false") boolean dryRun, Caller caller)
            throws IOException {
        return sheetImport.load(file.getBytes(), dryRun, caller);
    }

    @GetMapping("/api/directory/sheet.xlsx")
    @CanKeep
    @Operation(summary = "导出名录表格", description = "可直接修改后再导入；名录为空时即为模板。")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = XLSX_TYPE, schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> export(Caller caller) {
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename("单位名录.xlsx", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(sheetExport.write(caller));
    }
}
