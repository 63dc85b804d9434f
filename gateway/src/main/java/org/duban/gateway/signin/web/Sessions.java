package org.duban.gateway.signin.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.duban.gateway.account.Account;
import org.duban.gateway.signin.SignedIn;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Opens and closes the page's session. */
@Component
public class Sessions {

    private final CsrfTokenRepository csrfTokens;

    Sessions(CsrfTokenRepository csrfTokens) {
        this.csrfTokens = csrfTokens;
    }

    /** A new session with a new id and a new CSRF token, whatever the request came with. */
    public void open(HttpServletRequest request, HttpServletResponse response, Account account) {
        close(request);
        request.getSession(true).setAttribute(SignedIn.ATTRIBUTE, new SignedIn(account.id(), account.credentials()));
        csrfTokens.saveToken(csrfTokens.generateToken(request), request, response);
    }

    /** After its owner changed the password the session goes on; all others of the account are over. */
    public void goOn(HttpServletRequest request, Account account) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.setAttribute(SignedIn.ATTRIBUTE, new SignedIn(account.id(), account.credentials()));
        }
    }

    Optional<SignedIn> close(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        Object signedIn = session.getAttribute(SignedIn.ATTRIBUTE);
        session.invalidate();
        return signedIn instanceof SignedIn it ? Optional.of(it) : Optional.empty();
    }
}
