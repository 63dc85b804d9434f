package org.duban.gateway.client.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.duban.gateway.client.ApiClient;
import org.duban.gateway.client.ClientAdministration;
import org.duban.gateway.client.ClientAdministration.ClientChange;
import org.duban.gateway.client.ClientAdministration.Issued;
import org.duban.gateway.directory.Directory;
import org.duban.gateway.directory.UnitRef;
import org.duban.kit.web.Cursor;
import org.duban.kit.web.Limit;
import org.duban.kit.web.Page;
import org.duban.meeting.contract.DirectoryEvent.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/clients")
@PreAuthorize("hasRole('ADMIN') and hasAuthority('SCOPE_account:write')")
@Tag(name = "接口账号")
class ApiClientController {

    /**
     * @param unitId may be absent for {@code ADMIN} only
     * @param scopes null for all that the role has
     */
    record NewClient(
            @NotBlank @Size(max = 100) String name,
            @Nullable UUID unitId,
            @NotNull Role role,
            @Nullable List<@NotBlank String> scopes) {}

    record SecretView(UUID id, Instant createdAt) {}

    @Schema(name = "ApiClient")
    record ClientView(
            UUID id,
            String clientId,
            String name,
            @Nullable UUID unitId,
            @Nullable UnitRef unit,
            Role role,
            List<String> scopes,
            boolean enabled,
            Instant createdAt,
            @Nullable Instant lastUsedAt,
            List<SecretView> secrets) {}

    /** @param clientSecret shown this once */
    @Schema(name = "IssuedApiClient")
    record IssuedView(
            UUID id,
            String clientId,
            String clientSecret,
            UUID secretId,
            String name,
            @Nullable UUID unitId,
            Role role,
            List<String> scopes,
            boolean enabled) {}

    @Schema(name = "IssuedSecret")
    record IssuedSecretView(UUID id, String clientId, String clientSecret) {}

    private final ClientAdministration administration;
    private final Directory directory;

    ApiClientController(ClientAdministration administration, Directory directory) {
        this.administration = administration;
        this.directory = directory;
    }

    @GetMapping
    @Operation(summary = "接口账号列表")
    Page<ClientView> list(
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") Limit limit) {
        UUID after = cursor == null ? null : Cursor.decode(cursor).uuid(0);
        return Page.of(administration.page(after, limit.plusOne()), limit, client -> Cursor.encode(client.id()))
                .map(this::view);
    }

    @PostMapping
    @Operation(summary = "新增接口账号", description = "供单位自己的系统取得访问令牌（POST /oauth2/token）；密钥只显示这一次。")
    ResponseEntity<IssuedView> register(@Valid @RequestBody NewClient client) {
        Issued issued = administration.register(client.name(), client.unitId(), client.role(), client.scopes());
        ApiClient it = issued.client();
        return ResponseEntity.created(URI.create("/api/clients/" + it.id()))
                .body(new IssuedView(
                        it.id(),
                        it.clientId(),
                        issued.secret(),
                        issued.secretId(),
                        it.name(),
                        it.unitId(),
                        it.role(),
                        it.scopes(),
                        it.enabled()));
    }

    @PatchMapping("/{id}")
    @Operation(summary = "停用、启用接口账号，改名或调整权限", description = "停用后，已发出的令牌立即失效。")
    ClientView change(@PathVariable UUID id, @RequestBody ClientChange change) {
        return view(administration.change(id, change));
    }

    @PostMapping("/{id}/secrets")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "新增密钥", description = "最多同时有两个有效密钥，以便不停机更换。")
    IssuedSecretView addSecret(@PathVariable UUID id) {
        Issued issued = administration.addSecret(id);
        return new IssuedSecretView(issued.secretId(), issued.client().clientId(), issued.secret());
    }

    @DeleteMapping("/{id}/secrets/{secretId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "停用密钥")
    void removeSecret(@PathVariable UUID id, @PathVariable UUID secretId) {
        administration.removeSecret(id, secretId);
    }

    private ClientView view(ApiClient client) {
        UUID unit = client.unitId();
        return new ClientView(
                client.id(),
                client.clientId(),
                client.name(),
                unit,
                unit == null ? null : directory.unit(unit).orElse(null),
                client.role(),
                client.scopes(),
                client.enabled(),
                client.createdAt(),
                client.lastUsedAt(),
                client.secrets().stream()
                        .map(secret -> new SecretView(secret.id(), secret.createdAt()))
                        .toList());
    }
}
