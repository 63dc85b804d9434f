package org.duban.gateway.account.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.duban.gateway.account.Account;
import org.duban.gateway.account.AccountAdministration;
import org.duban.gateway.account.AccountAdministration.AccountChange;
import org.duban.gateway.account.AccountAdministration.Issued;
import org.duban.gateway.directory.Directory;
import org.duban.gateway.directory.HeldPost;
import org.duban.kit.web.Cursor;
import org.duban.kit.web.Limit;
import org.duban.kit.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/accounts")
@PreAuthorize("hasRole('ADMIN') and hasAuthority('SCOPE_account:write')")
@Tag(name = "账号")
class AccountController {

    /** @param password null to have one made */
    record NewAccount(
            @NotNull
            @Pattern(
                    regexp = "\\s*[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{1,39}\\s*",
                    message = "须为 2 至 40 个字符，可用汉字、字母、数字和 . _ @ -")
            String username,

            @NotNull UUID personId,
            @Nullable String password) {}

    @Schema(name = "Post")
    record HeldPostView(UUID id, String title, String role, String unitName) {}

    /** @param initialPassword shown once, when it was made or given */
    @Schema(name = "Account")
    record AccountView(
            UUID id,
            String username,
            @Nullable UUID personId,
            String personName,
            List<HeldPostView> posts,
            boolean administrator,
            boolean enabled,
            boolean mustChangePassword,
            Instant createdAt,
            @Nullable Instant lastSignInAt,
            @Nullable String initialPassword) {}

    private final AccountAdministration administration;
    private final Directory directory;

    AccountController(AccountAdministration administration, Directory directory) {
        this.administration = administration;
        this.directory = directory;
    }

    @GetMapping
    @Operation(summary = "账号列表", description = "按用户名排列。角色由所任岗位决定。")
    Page<AccountView> list(
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") Limit limit) {
        String after = cursor == null ? null : Cursor.decode(cursor).text(0);
        return Page.of(
                        administration.page(after, limit.plusOne()),
                        limit,
                        account -> Cursor.encode(account.username().toLowerCase(java.util.Locale.ROOT)))
                .map(account -> view(account, null));
    }

    @PostMapping
    @Operation(summary = "开通账号", description = "账号对应通讯录中的一个人员；初始密码只显示这一次，首次登录须修改。")
    ResponseEntity<AccountView> open(@Valid @RequestBody NewAccount account) {
        Issued issued = administration.open(account.username(), account.personId(), account.password());
        return ResponseEntity.created(
                        URI.create("/api/accounts/" + issued.account().id()))
                .body(view(issued));
    }

    @PatchMapping("/{id}")
    @Operation(summary = "停用、启用账号，或重置密码")
    AccountView change(@PathVariable UUID id, @RequestBody AccountChange change) {
        return view(administration.change(id, change));
    }

    private AccountView view(Issued issued) {
        return view(issued.account(), issued.initialPassword());
    }

    private AccountView view(Account account, @Nullable String initialPassword) {
        UUID person = account.personId();
        List<HeldPost> posts = person == null ? List.of() : directory.postsHeldBy(person);
        return new AccountView(
                account.id(),
                account.username(),
                person,
                person == null ? "系统管理员" : directory.personName(person).orElse(account.username()),
                posts.stream()
                        .map(post -> new HeldPostView(
                                post.id(),
                                post.title(),
                                post.role().name(),
                                post.unit().shortName()))
                        .toList(),
                account.administrator(),
                account.enabled(),
                account.mustChangePassword(),
                account.createdAt(),
                account.lastSignInAt(),
                initialPassword);
    }
}
