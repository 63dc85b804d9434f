package org.duban.gateway.signin;

import java.io.Serial;
import java.io.Serializable;
import java.util.UUID;

/** All that a session keeps. What it entitles to is worked out at each request. */
public record SignedIn(UUID account, long credentials) implements Serializable {

    /** Name of the session's attribute. */
    public static final String ATTRIBUTE = "signed-in";

    @Serial
    private static final long serialVersionUID = 1;
}
