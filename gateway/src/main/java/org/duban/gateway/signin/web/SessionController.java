package org.duban.gateway.signin.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.duban.gateway.identity.Identities;
import org.duban.gateway.identity.web.Me;
import org.duban.gateway.identity.web.MeView;
import org.duban.gateway.limit.Pause;
import org.duban.gateway.signin.SignIn;
import org.duban.gateway.signin.SignIn.Outcome;
import org.duban.kit.web.Problem;
import org.duban.kit.web.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/session")
@Tag(name = "登录")
class SessionController {

    record Credentials(
            @NotBlank @Size(max = 64) String username,
            @NotBlank @Size(max = 200) String password) {}

    private final SignIn signIn;
    private final Sessions sessions;
    private final Identities identities;
    private final Me me;

    SessionController(SignIn signIn, Sessions sessions, Identities identities, Me me) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.identities = identities;
        this.me = me;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "登录", description = "返回当前用户，并设置会话与防伪令牌。连续失败过多时返回 429。")
    @io.swagger.v3.oas.annotations.responses.ApiResponse(
            responseCode = "200",
            content =
                    @io.swagger.v3.oas.annotations.media.Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @io.swagger.v3.oas.annotations.media.Schema(implementation = MeView.class)))
    ResponseEntity<Object> open(
            @Valid @RequestBody Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
        Outcome outcome =
                signIn.byPassword(credentials.username().strip(), credentials.password(), request.getRemoteAddr());
        return switch (outcome) {
            case Outcome.Welcome(var account) -> {
                sessions.open(request, response, account);
                yield ResponseEntity.ok(me.view(identities.person(account)));
            }
            case Outcome.WrongCredentials() ->
                Problems.answer(Problem.of(401, "wrong-credentials", "用户名或密码不正确"), request);
            case Outcome.Disabled() -> Problems.answer(Problem.of(401, "account-disabled", "账号已停用，请联系管理员"), request);
            case Outcome.TooManyAttempts(var pause) -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, Pause.text(pause));
                yield Problems.answer(
                        Problem.of(429, "too-many-attempts", "登录失败次数过多，请 " + Pause.seconds(pause) + " 秒后再试"), request);
            }
        };
    }

    @DeleteMapping
    @Operation(summary = "退出登录")
    ResponseEntity<Void> close(HttpServletRequest request) {
        sessions.close(request).ifPresent(it -> signIn.out(it.account(), request.getRemoteAddr()));
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/csrf")
    @Operation(summary = "取得防伪令牌", description = "令牌写入 XSRF-TOKEN,此后写操作须在 X-XSRF-TOKEN 中带上。")
    ResponseEntity<Void> csrf(@Parameter(hidden = true) CsrfToken token) {
        // The cookie is written when the token is first looked at.
        token.getToken();
        return ResponseEntity.noContent().build();
    }
}
