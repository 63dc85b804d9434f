package org.duban.task.ledger.web;

import static org.duban.task.access.Rights.READS;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.task.ledger.TaskFilter;
import org.duban.task.ledger.TaskGroups;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "台账")
class TaskGroupController {

    private final TaskGroups groups;

    TaskGroupController(TaskGroups groups) {
        this.groups = groups;
    }

    record TaskGroupList(List<TaskGroups.TaskGroup> items) {}

    @GetMapping("/api/tasks/groups")
    @PreAuthorize(READS)
    @Operation(
            summary = "任务台账分组计数：筛选条件与任务台账相同",
            description =
                    "by 为 unit（牵头单位，多个单位牵头的在各单位都计）、source（来源）、light（亮灯）、state（状态）或 kind（类型）；以各组的 key 作筛选条件即列出该组任务。")
    TaskGroupList groups(
            @RequestParam TaskGroups.By by,
            @RequestParam(required = false) @Nullable UUID plan,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable UUID county,
            @RequestParam(required = false) @Nullable String light,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String part,
            @Parameter(description = "办结期限为这一天或更晚") @RequestParam(name = "due-from", required = false) @Nullable
                    LocalDate dueFrom,
            @Parameter(description = "办结期限早于这一天") @RequestParam(name = "due-before", required = false) @Nullable
                    LocalDate dueBefore,
            @RequestParam(name = "to-acknowledge", defaultValue = "false") boolean toAcknowledge,
            @RequestParam(name = "extension-asked", defaultValue = "false") boolean extensionAsked,
            @RequestParam(defaultValue = "false") boolean still,
            @Parameter(description = "只列本人关注的任务") @RequestParam(defaultValue = "false") boolean watched,
            @RequestParam(name = "own-plans", defaultValue = "false") boolean ownPlans,
            @Parameter(description = "分解事项也单独计入；默认只随所属任务") @RequestParam(defaultValue = "false") boolean subtasks,
            @Parameter(description = "只列县区承担的事项：分解到县区的，和由县区单位直接牵头的；写明县区时只列该县区的") @RequestParam(defaultValue = "false")
                    boolean shares,
            @RequestParam(required = false) @Nullable String q,
            Caller caller) {
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
        return new TaskGroupList(groups.of(by, filter, caller));
    }
}
