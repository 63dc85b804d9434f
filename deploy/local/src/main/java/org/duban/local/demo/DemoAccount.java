package org.duban.local.demo;

import org.jspecify.annotations.Nullable;

/**
 * Who can sign in.
 *
 * @param unit full name
 * @param name of the person who holds the post
 * @param clientSecret of an API client with the same role and unit
 */
public record DemoAccount(
        String role,
        @Nullable String unit,
        @Nullable String unitId,
        @Nullable String name,
        String username,
        @Nullable String password,
        @Nullable String clientId,
        @Nullable String clientSecret,
        boolean mustChangePassword) {

    public static DemoAccount administrator(String password) {
        return new DemoAccount("ADMIN", null, null, "系统管理员", "admin", password, null, null, true);
    }
}
