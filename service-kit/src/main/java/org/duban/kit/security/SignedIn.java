package org.duban.kit.security;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** A token that was let in, with the caller whom it names: read once for a request that asks for them often. */
final class SignedIn extends JwtAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final transient @Nullable Caller caller;

    SignedIn(Jwt token, Caller caller, Collection<? extends GrantedAuthority> authorities) {
        super(token, authorities, caller.subject());
        this.caller = caller;
    }

    Caller caller() {
        return caller == null ? Caller.of(getToken()) : caller;
    }
}
