package org.duban.gateway.route;

import java.util.Arrays;

/** All that the public may ask of a service without signing in; nothing is public that does not stand here. */
public enum OpenToVisitors {
    FORM("GET", "/api/feedback/form"),
    FILING("POST", "/api/feedback"),
    QUERY("POST", "/api/feedback/query"),
    RATING("POST", "/api/feedback/rating");

    /** Under which a request says that it comes from the public. */
    public static final String ATTRIBUTE = "org.duban.gateway.visitor";

    private final String method;
    private final String path;

    OpenToVisitors(String method, String path) {
        this.method = method;
        this.path = path;
    }

    public String method() {
        return method;
    }

    public String path() {
        return path;
    }

    public static boolean covers(String method, String path) {
        return Arrays.stream(values()).anyMatch(it -> it.is(method, path));
    }

    public boolean is(String method, String path) {
        return this.method.equals(method) && this.path.equals(path);
    }
}
