package org.duban.task.evidence.web;

import static org.duban.task.access.Rights.FOR_ITS_UNIT;
import static org.duban.task.access.Rights.READS;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.task.evidence.EvidenceDesk;
import org.duban.task.evidence.EvidenceDesk.EvidenceLimits;
import org.duban.task.evidence.EvidenceDesk.Taken;
import org.duban.task.evidence.EvidenceFile;
import org.duban.task.evidence.EvidenceText;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/evidence")
@Tag(name = "佐证材料")
class EvidenceController {

    // Whatever a file holds, it runs nothing in the name of this site.
    private static final String CONTENT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private final EvidenceDesk desk;

    EvidenceController(EvidenceDesk desk) {
        this.desk = desk;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize(FOR_ITS_UNIT)
    @Operation(
            summary = "上传一份佐证材料，随后在报送、申请办结或完成整改时写入 evidence",
            description = "类型按内容判定：PDF、JPG、PNG、.docx、.xlsx、.ofd；大小和个数见 /api/evidence/limits。上传后一天内没有提交的自动清理。")
    ResponseEntity<EvidenceFile> upload(
            @RequestPart MultipartFile file,
            @RequestAttribute(name = EvidenceIntake.TAKEN, required = false) @Parameter(hidden = true) @Nullable
                    Taken taken,
            Caller caller)
            throws IOException {
        if (taken != null) {
            return kept(file, taken, caller);
        }
        try (var content = file.getInputStream();
                var now = desk.take(content)) {
            return kept(file, now, caller);
        }
    }

    private ResponseEntity<EvidenceFile> kept(MultipartFile file, Taken taken, Caller caller) {
        var name = file.getOriginalFilename();
        var kept = desk.keep(name == null ? "" : name, taken, caller);
        return ResponseEntity.created(URI.create("/api/evidence/" + kept.id())).body(kept);
    }

    @GetMapping("/limits")
    @PreAuthorize(READS)
    @Operation(summary = "接收哪些文件：单个文件的最大字节数、一次最多几个、扩展名")
    EvidenceLimits limits() {
        return desk.limits();
    }

    @GetMapping("/{id}")
    @PreAuthorize(READS)
    @Operation(summary = "一份佐证材料", description = "本单位上传的，以及所见报送、办结申请、整改所附的。")
    EvidenceFile one(@PathVariable UUID id, Caller caller) {
        return desk.one(id, caller);
    }

    @GetMapping("/{id}/content")
    @PreAuthorize(READS)
    @Operation(summary = "佐证材料的文件", description = "PDF 和图片可在页面上直接查看，其他类型一律下载。")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<Resource> content(
            @PathVariable UUID id,
            @Parameter(description = "不在页面上查看，存为文件") @RequestParam(defaultValue = "false") boolean download,
            Caller caller) {
        var file = desk.one(id, caller);
        var shown = file.type().shown() && !download ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.type().mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        shown.filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", CONTENT_POLICY)
                .header("Cross-Origin-Resource-Policy", "same-origin")
                // may be kept, and is asked for anew each time: who may see it can change
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag('"' + file.sha256() + '"')
                .body(new FileSystemResource(desk.content(file)));
    }

    @GetMapping("/{id}/text")
    @PreAuthorize(READS)
    @Operation(summary = ".docx 的文字，供页面上查看", description = "其他类型没有文字（409）。")
    EvidenceText text(@PathVariable UUID id, Caller caller) {
        return desk.text(desk.one(id, caller));
    }
}
