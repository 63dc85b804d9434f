package org.duban.gateway.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.duban.gateway.directory.HeldPost;
import org.duban.gateway.directory.UnitRef;
import org.duban.kit.security.Caller;
import org.duban.meeting.contract.DirectoryEvent.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who is at the door and what follows from the posts held, or the client registered, at this moment.
 *
 * @param subject account id, or client id of software
 * @param username null for software
 * @param unit whose rows are meant by "me"; null for the administrator of an empty system
 */
public record Identity(
        String subject,
        Kind kind,
        String name,
        @Nullable String username,
        @Nullable UnitRef unit,
        List<HeldPost> posts,
        Set<Role> roles,
        SequencedSet<String> scopes,
        boolean mustChangePassword) {

    /** Under which a request carries its caller's identity. */
    public static final String ATTRIBUTE = "org.duban.gateway.identity";

    public enum Kind {
        PERSON,
        CLIENT
    }

    public Caller caller() {
        return new Caller(
                subject,
                name,
                unit == null ? null : unit.id(),
                unit == null ? null : unit.name(),
                unit == null ? null : unit.countyId(),
                roles.stream().map(Enum::name).collect(Collectors.toSet()),
                scopes,
                posts.stream().map(HeldPost::id).collect(Collectors.toSet()),
                kind == Kind.CLIENT);
    }

    /** The claims that services read, as {@code org.duban.kit.security.Caller} takes them back. */
    public Map<String, Object> claims() {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("name", name);
        if (unit != null) {
            claims.put("unit", unit.id().toString());
            claims.put("unit_name", unit.name());
            if (unit.countyId() != null) {
                claims.put("county", unit.countyId().toString());
            }
        }
        claims.put("roles", roles.stream().map(Enum::name).toList());
        claims.put("posts", posts.stream().map(HeldPost::id).map(UUID::toString).toList());
        claims.put("scope", String.join(" ", scopes));
        claims.put("software", kind == Kind.CLIENT);
        return claims;
    }
}
