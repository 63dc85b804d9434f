package org.duban.task.sheet.web;

import static org.duban.task.access.Rights.READS;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.web.BadRequest;
import org.duban.task.ledger.TaskFilter;
import org.duban.task.ledger.web.TaskQuery;
import org.duban.task.sheet.LedgerSheet;
import org.duban.task.sheet.SheetColumn;
import org.duban.task.web.Attachment;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "台账表格")
class LedgerSheetController {
    private final LedgerSheet ledger;
    private final Clock clock;

    LedgerSheetController(LedgerSheet ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping("/api/ledger.xlsx")
    @PreAuthorize(READS)
    @Operation(summary = "导出台账：筛选条件与任务台账相同，可修改后再导入")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = Workbooks.TYPE, schema = @Schema(type = "string", format = "binary")))
    void ledger(
            @RequestParam(required = false) @Nullable UUID plan,
            @Parameter(description = "单位编号，或 me 表示本单位") @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable UUID county,
            @Parameter(description = "亮灯，多个用逗号分隔") @RequestParam(required = false) @Nullable String light,
            @Parameter(description = "状态，多个用逗号分隔") @RequestParam(required = false) @Nullable String state,
            @Parameter(description = "类型，多个用逗号分隔") @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String part,
            @RequestParam(name = "due-from", required = false) @Nullable LocalDate dueFrom,
            @RequestParam(name = "due-before", required = false) @Nullable LocalDate dueBefore,
            @RequestParam(name = "to-acknowledge", defaultValue = "false") boolean toAcknowledge,
            @RequestParam(name = "extension-asked", defaultValue = "false") boolean extensionAsked,
            @RequestParam(defaultValue = "false") boolean still,
            @Parameter(description = "只列本人关注的任务") @RequestParam(defaultValue = "false") boolean watched,
            @RequestParam(name = "own-plans", defaultValue = "false") boolean ownPlans,
            @Parameter(description = "分解事项也单独列出；默认只在所属任务下列出") @RequestParam(defaultValue = "false") boolean subtasks,
            @Parameter(description = "只列县区承担的事项：分解到县区的，和由县区单位直接牵头的；写明县区时只列该县区的") @RequestParam(defaultValue = "false")
                    boolean shares,
            @RequestParam(required = false) @Nullable String q,
            @Parameter(description = "要导出的列及次序，用逗号分隔；不填为全部列") @RequestParam(required = false) @Nullable String columns,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        TaskFilter filter = TaskQuery.filter(
                plan,
                unit,
                county,
                light,
                state,
                kind,
                part,
                dueFrom,
                dueBefore,
                toAcknowledge,
                extensionAsked,
                still,
                watched,
                ownPlans,
                q,
                subtasks,
                shares,
                caller);
        List<SheetColumn> chosen = columns(columns);
        caller.sight();
        response.setContentType(Workbooks.TYPE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, Attachment.named("任务台账-" + day() + ".xlsx"));
        ledger.write(filter, chosen, caller, response.getOutputStream());
    }

    private String day() {
        return LocalDate.now(clock).format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static List<SheetColumn> columns(@Nullable String keys) {
        if (keys == null || keys.isBlank()) {
            return SheetColumn.ALL;
        }
        return Arrays.stream(keys.split(","))
                .map(String::strip)
                .distinct()
                .map(key -> SheetColumn.of(key).orElseThrow(() -> new BadRequest("columns", "没有这样的列：" + key)))
                .toList();
    }
}
