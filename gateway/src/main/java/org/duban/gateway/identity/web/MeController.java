package org.duban.gateway.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.duban.gateway.identity.Identity;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "登录")
class MeController {

    private final Me me;

    MeController(Me me) {
        this.me = me;
    }

    @GetMapping("/api/me")
    @Operation(summary = "当前用户", description = "当前登录人员或接口账号的单位、岗位、角色与权限。")
    MeView me(
            @Parameter(hidden = true) @RequestAttribute(Identity.ATTRIBUTE) Identity identity,
            @Parameter(hidden = true) @Nullable CsrfToken token) {
        if (token != null) {
            // A page opened on a session of yesterday needs the cookie before its first write.
            token.getToken();
        }
        return me.view(identity);
    }
}
