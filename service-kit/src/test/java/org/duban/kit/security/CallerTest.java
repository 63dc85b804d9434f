package org.duban.kit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class CallerTest {

    private static final UUID UNIT = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();
    private static final UUID COUNTY = UUID.randomUUID();

    @Test
    void cityStaffSeeEverythingAndCountyStaffTheirCounty() {
        assertThat(caller("SUPERVISOR", UNIT, null).sees(OTHER, COUNTY)).isTrue();
        assertThat(caller("SECRETARY", UNIT, COUNTY).sees(OTHER, COUNTY)).isTrue();
        assertThat(caller("SECRETARY", UNIT, COUNTY).sees(OTHER, OTHER)).isFalse();
        assertThat(caller("SECRETARY", UNIT, COUNTY).sees(OTHER, null)).isFalse();
    }

    @Test
    void countyOfficeSeesItsCountyAndAUnitItself() {
        assertThat(caller("COUNTY_OFFICE", UNIT, COUNTY).sight()).isEqualTo(new Sight.OfCounty(COUNTY));
        assertThat(caller("LIAISON", UNIT, COUNTY).sight()).isEqualTo(new Sight.OfUnit(UNIT));
        assertThat(caller("LIAISON", UNIT, COUNTY).sees(OTHER, COUNTY)).isFalse();
        assertThat(caller("UNIT_HEAD", UNIT, null).sees(UNIT, null)).isTrue();
    }

    @Test
    void whoIsNothingSeesNothing() {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> caller("LIAISON", null, null).sight());
    }

    @Test
    void claimsBecomeTheCaller() {
        Caller caller = Caller.of(token(Map.of(
                "sub",
                "s",
                "name",
                "张三",
                "unit",
                UNIT.toString(),
                "roles",
                java.util.List.of("LIAISON"),
                "scope",
                "ledger:read report:write")));
        assertThat(caller.name()).isEqualTo("张三");
        assertThat(caller.unit()).isEqualTo(UNIT);
        assertThat(caller.has("LIAISON")).isTrue();
        assertThat(caller.scopes()).containsExactlyInAnyOrder("ledger:read", "report:write");
        assertThatExceptionOfType(BadJwtException.class)
                .isThrownBy(() -> Caller.of(token(Map.of("sub", "s", "unit", "no id"))));
    }

    private static Jwt token(Map<String, Object> claims) {
        return Jwt.withTokenValue("t")
                .header("alg", "none")
                .claims(all -> all.putAll(claims))
                .build();
    }

    private static Caller caller(String role, UUID unit, UUID county) {
        return new Caller("s", "n", unit, null, county, Set.of(role), Set.of(), Set.of(), false);
    }
}
