package org.duban.gateway.signin.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.duban.gateway.signin.SignIn;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** Takes over when the outside issuer has said who it is; the account decides what that means here. */
@Component
@ConditionalOnProperty("duban.gateway.sign-in.issuer-uri")
class OutsideSignIn implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private final SignIn signIn;
    private final Sessions sessions;

    OutsideSignIn(SignIn signIn, Sessions sessions) {
        this.signIn = signIn;
        this.sessions = sessions;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        String username = authentication.getPrincipal() instanceof OAuth2User user
                ? user.getAttribute("preferred_username")
                : null;
        if (username != null
                && signIn.byIssuer(username, request.getRemoteAddr()) instanceof SignIn.Outcome.Welcome welcome) {
            sessions.open(request, response, welcome.account());
            response.sendRedirect("/");
        } else {
            response.sendRedirect("/sign-in?problem=no-account");
        }
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        response.sendRedirect("/sign-in?problem=issuer");
    }
}
