package org.duban.gateway.signin.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.duban.gateway.account.AccountAdministration;
import org.duban.kit.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "登录")
class OwnPasswordController {

    record PasswordChange(
            @NotBlank @Size(max = 200) String old,
            @NotBlank @Size(max = 200) @JsonProperty("new") String replacement) {}

    private final AccountAdministration administration;
    private final Sessions sessions;

    OwnPasswordController(AccountAdministration administration, Sessions sessions) {
        this.administration = administration;
        this.sessions = sessions;
    }

    @PutMapping("/api/me/password")
    @Operation(summary = "修改自己的密码", description = "修改后，该账号在别处的登录全部失效。")
    ResponseEntity<Void> change(@Valid @RequestBody PasswordChange change, HttpServletRequest request) {
        Caller caller = Caller.current();
        if (caller.software()) {
            throw new AccessDeniedException("software has no password");
        }
        sessions.goOn(
                request,
                administration.changeOwnPassword(
                        UUID.fromString(caller.subject()), change.old(), change.replacement()));
        return ResponseEntity.noContent().build();
    }
}
