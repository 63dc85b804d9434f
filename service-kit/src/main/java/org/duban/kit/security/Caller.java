package org.duban.kit.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who is calling: a person through their posts, or a unit's software. A controller takes it as an argument.
 *
 * @param subject account or client id
 * @param unit null for callers of no unit, as the administrator of an empty system
 * @param county null for callers of the city
 * @param posts the posts the person holds now
 * @param software true for an API client
 */
public record Caller(
        String subject,
        String name,
        @Nullable UUID unit,
        @Nullable String unitName,
        @Nullable UUID county,
        Set<String> roles,
        Set<String> scopes,
        Set<UUID> posts,
        boolean software) {

    private static final Set<String> STAFF = Set.of("SUPERVISOR", "SECRETARY", "CONVENER", "ADMIN");

    public Caller {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
        posts = Set.copyOf(posts);
    }

    /** @throws AuthenticationCredentialsNotFoundException where nobody is signed in */
    public static Caller current() {
        return find().orElseThrow(() -> new AuthenticationCredentialsNotFoundException("nobody is signed in"));
    }

    /** Empty where nobody is signed in, as in a listener. */
    public static Optional<Caller> find() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null) {
            return Optional.empty();
        }
        if (authentication instanceof SignedIn signedIn) {
            return Optional.of(signedIn.caller());
        }
        return switch (authentication.getPrincipal()) {
            case Caller caller -> Optional.of(caller);
            case Jwt jwt -> Optional.of(of(jwt));
            case null, default -> Optional.empty();
        };
    }

    /** @throws BadJwtException where a claim is not of its kind */
    public static Caller of(Jwt token) {
        try {
            String name = token.getClaimAsString("name");
            String subject = Optional.ofNullable(token.getSubject()).orElse("");
            return new Caller(
                    subject,
                    name == null ? subject : name,
                    uuid(token.getClaimAsString("unit")),
                    token.getClaimAsString("unit_name"),
                    uuid(token.getClaimAsString("county")),
                    texts(token, "roles"),
                    scopes(token),
                    texts(token, "posts").stream().map(UUID::fromString).collect(Collectors.toUnmodifiableSet()),
                    Boolean.TRUE.equals(token.getClaimAsBoolean("software")));
        } catch (IllegalArgumentException malformed) {
            throw new BadJwtException("malformed claim", malformed);
        }
    }

    public boolean has(String role) {
        return roles.contains(role);
    }

    public boolean may(String scope) {
        return scopes.contains(scope);
    }

    /** Staff of the commission or of a county: they see whole counties, not one unit. */
    public boolean staff() {
        return roles.stream().anyMatch(STAFF::contains);
    }

    public boolean sees(UUID unit, @Nullable UUID county) {
        return sight().covers(unit, county);
    }

    /**
     * Staff see all of their county, the city's staff everything; a county's office its county; others their own unit.
     *
     * @throws AccessDeniedException for a caller without any role and unit
     */
    public Sight sight() {
        if (staff()) {
            return county == null ? new Sight.Everything() : new Sight.OfCounty(county);
        }
        if (has("COUNTY_OFFICE") && county != null) {
            return new Sight.OfCounty(county);
        }
        if (unit == null) {
            throw new AccessDeniedException("neither staff nor of a unit");
        }
        return new Sight.OfUnit(unit);
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        return text == null || text.isBlank() ? null : UUID.fromString(text);
    }

    private static Set<String> texts(Jwt token, String claim) {
        List<String> values = token.getClaimAsStringList(claim);
        return values == null ? Set.of() : Set.copyOf(values);
    }

    private static Set<String> scopes(Jwt token) {
        Object scope = token.getClaim("scope");
        return switch (scope) {
            case String text
            when !text.isBlank() -> Stream.of(text.trim().split("\\s+")).collect(Collectors.toUnmodifiableSet());
            case List<?> list -> list.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
            case null, default -> Set.of();
        };
    }
}
