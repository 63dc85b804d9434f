package org.duban.task.search.web;

import static org.duban.task.access.Rights.READS;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.duban.kit.security.Caller;
import org.duban.kit.web.Limit;
import org.duban.kit.web.Page;
import org.duban.task.search.SearchHit;
import org.duban.task.search.Searches;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "搜索")
class SearchController {

    private final Searches searches;

    SearchController(Searches searches) {
        this.searches = searches;
    }

    @GetMapping("/api/search")
    @PreAuthorize(READS)
    @Operation(
            summary = "搜索任务、议定事项或报送内容",
            description = "两个字即可；全半角、大小写和空格不计。只找本人可见的，新的在前；snippet 为所在位置的原文，from 至 to 是找到的文字。" + "报送提交后一两秒内可以搜到。")
    Page<SearchHit> search(
            @Parameter(description = "要找的文字，二至一百字") @RequestParam String q,
            @Parameter(description = "TASK 任务，RESOLUTION 会议议定事项，REPORT 报送内容") @RequestParam(defaultValue = "TASK")
                    SearchHit.Kind kind,
            @RequestParam(required = false) @Nullable Limit limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        return searches.find(q, kind, caller, limit == null ? Limit.USUAL : limit, cursor);
    }
}
