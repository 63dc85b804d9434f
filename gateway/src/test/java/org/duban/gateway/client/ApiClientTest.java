package org.duban.gateway.client;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.UUID;
import org.duban.gateway.Browser;
import org.duban.gateway.GatewayTest;
import org.duban.gateway.Town;
import org.duban.meeting.contract.DirectoryEvent.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.jwt.JwtDecoder;

class ApiClientTest extends GatewayTest {

    @Autowired
    private JwtDecoder decoder;

    @BeforeEach
    void serviceAnswers() {
        TASK.stubFor(any(anyUrl()).willReturn(okJson("{\"items\":[],\"next\":null}")));
    }

    @Test
    void requestOfSoftwareCarriesItsUnitOn() throws ParseException {
        var unit = town.registered(Town.countyUnit("县医保局"));
        Software software = software(unit.id(), Role.COUNTY_OFFICE);
        var token = token(software);
        assertThat(token.status()).isEqualTo(200);
        assertThat(token.body().path("expires_in").asInt()).isBetween(60, 1800);
        String presented = token.body().path("access_token").asString();

        var answer = browser().send("GET", "/api/tasks", null, "Authorization", "Bearer " + presented);

        assertThat(answer.status()).isEqualTo(200);
        String passed = TASK.getAllServeEvents().getFirst().getRequest().getHeader("Authorization");
        assertThat(passed).startsWith("Bearer ").isNotEqualTo("Bearer " + presented);
        JWTClaimsSet claims =
                SignedJWT.parse(passed.substring("Bearer ".length())).getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo(software.clientId());
        assertThat(claims.getStringClaim("name")).isEqualTo("县级平台");
        assertThat(claims.getStringClaim("unit")).isEqualTo(unit.id().toString());
        assertThat(claims.getStringClaim("unit_name")).isEqualTo("临江县县医保局");
        assertThat(claims.getStringClaim("county")).isEqualTo(unit.county().id().toString());
        assertThat(claims.getStringListClaim("roles")).containsExactly("COUNTY_OFFICE");
        assertThat(claims.getStringClaim("scope").split(" ")).contains("report:write", "ledger:read");
        assertThat(claims.getBooleanClaim("software")).isTrue();
        assertThat(claims.getExpirationTime().getTime() - System.currentTimeMillis())
                .isBetween(60_000L, 180_000L);
        // Believed by whoever reads the published keys.
        assertThat(decoder.decode(passed.substring("Bearer ".length())).getSubject())
                .isEqualTo(software.clientId());
    }

    @Test
    void tokenSaysByItselfWhatItEntitlesTo() throws ParseException {
        var unit = town.registered(Town.countyUnit("县教育局"));
        var claims = SignedJWT.parse(bearer(software(unit.id(), Role.LIAISON)).substring("Bearer ".length()))
                .getJWTClaimsSet();
        assertThat(claims.getStringClaim("unit")).isEqualTo(unit.id().toString());
        assertThat(claims.getIssuer()).isEqualTo("http://localhost:8080");
    }

    @Test
    void narrowerTokenStaysNarrow() throws ParseException {
        var unit = town.registered(Town.countyUnit("县人社局"));
        String bearer = bearer(software(unit.id(), Role.COUNTY_OFFICE), "ledger:read");
        browser().send("GET", "/api/tasks", null, "Authorization", bearer);
        String passed = TASK.getAllServeEvents().getFirst().getRequest().getHeader("Authorization");
        assertThat(SignedJWT.parse(passed.substring("Bearer ".length()))
                        .getJWTClaimsSet()
                        .getStringClaim("scope"))
                .isEqualTo("ledger:read");
    }

    @Test
    void clientSeesWhoItIs() {
        var unit = town.registered(Town.countyUnit("县司法局"));
        Software software = software(unit.id(), Role.LIAISON);
        var me = browser()
                .send("GET", "/api/me", null, "Authorization", bearer(software))
                .body();
        assertThat(me.path("kind").asString()).isEqualTo("CLIENT");
        assertThat(me.path("subject").asString()).isEqualTo(software.clientId());
        assertThat(me.path("unit").path("id").asString()).isEqualTo(unit.id().toString());
    }

    @Test
    void writingByTokenNeedsNoCsrf() {
        var unit = town.registered(Town.countyUnit("县公安局"));
        var answer = browser()
                .send("PUT", "/api/reports/1", "{}", "Authorization", bearer(software(unit.id(), Role.LIAISON)));
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void disabledClientIsOutAtOnce() {
        var unit = town.registered(Town.countyUnit("县审计局"));
        Software software = software(unit.id(), Role.COUNTY_OFFICE);
        String bearer = bearer(software);
        assertThat(browser()
                        .send("GET", "/api/tasks", null, "Authorization", bearer)
                        .status())
                .isEqualTo(200);

        admin().send("PATCH", "/api/clients/" + software.id(), "{\"enabled\":false}");

        var refused = browser().send("GET", "/api/tasks", null, "Authorization", bearer);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.code()).isEqualTo("invalid-token");
        assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(token(software).status()).isEqualTo(401);
    }

    @Test
    void secretIsReplacedWithoutAPause() {
        var unit = town.registered(Town.countyUnit("县统计局"));
        Software first = software(unit.id(), Role.LIAISON);
        Browser admin = admin();
        var added = admin.send("POST", "/api/clients/" + first.id() + "/secrets", "{}");
        assertThat(added.status()).isEqualTo(201);
        Software second = new Software(
                first.id(), first.clientId(), added.body().path("clientSecret").asString());
        assertThat(token(first).status()).isEqualTo(200);
        assertThat(token(second).status()).isEqualTo(200);
        assertThat(admin.send("POST", "/api/clients/" + first.id() + "/secrets", "{}")
                        .code())
                .isEqualTo("too-many-secrets");

        var listed = admin.get("/api/clients?limit=200").body().path("items");
        String old = "";
        for (var client : listed) {
            if (client.path("id").asString().equals(first.id())) {
                old = client.path("secrets").path(0).path("id").asString();
            }
        }
        assertThat(admin.send("DELETE", "/api/clients/" + first.id() + "/secrets/" + old, null)
                        .status())
                .isEqualTo(204);
        assertThat(token(first).status()).isEqualTo(401);
        assertThat(token(second).status()).isEqualTo(200);
        String last = added.body().path("id").asString();
        assertThat(admin.send("DELETE", "/api/clients/" + first.id() + "/secrets/" + last, null)
                        .code())
                .isEqualTo("last-secret");
    }

    @Test
    void clientGetsNoMoreThanItsRole() {
        var unit = town.registered(Town.countyUnit("县商务局"));
        String body = """
                {"name": "平台", "unitId": "%s", "role": "LIAISON", "scopes": ["ledger:read", "account:write"]}
                """.formatted(unit.id());
        var answer = admin().send("POST", "/api/clients", body);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("scope-beyond-role");
        assertThat(answer.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/scopes");
    }

    @Test
    void unknownUnitIsRefused() {
        var answer = admin().send(
                        "POST",
                        "/api/clients",
                        Browser.json("name", "平台", "unitId", UUID.randomUUID().toString(), "role", "LIAISON"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("unknown-unit");
    }

    @Test
    void onlyTheAdministratorRegistersClients() {
        var unit = town.registered(Town.cityUnit("市卫生健康委二处"));
        Browser supervisor = holderOf(unit, "督导员", Role.SUPERVISOR);
        assertThat(supervisor.get("/api/clients").status()).isEqualTo(403);
        assertThat(supervisor.get("/api/accounts").status()).isEqualTo(403);
    }

    @Test
    void nameThatNoClientCanHaveIsAnUnknownClient() {
        String basic = Base64.getEncoder().encodeToString("%00x:secret".getBytes(StandardCharsets.UTF_8));
        assertThat(browser()
                        .form("/oauth2/token", "grant_type=client_credentials", "Authorization", "Basic " + basic)
                        .status())
                .isBetween(400, 401);
        assertThat(browser()
                        .form("/oauth2/token", "grant_type=client_credentials&client_id=%00&client_secret=x")
                        .status())
                .isBetween(400, 401);
    }

    @Test
    void forgedTokenIsNobody() {
        String none = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes());
        String claims = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"sub\":\"admin\"}".getBytes());
        for (String forged : new String[] {"nonsense", none + "." + claims + "."}) {
            assertThat(browser()
                            .send("GET", "/api/tasks", null, "Authorization", "Bearer " + forged)
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void keysArePublishedWithoutTheirPrivatePart() {
        var keys = browser().get("/oauth2/jwks").body().path("keys");
        assertThat(keys.size()).isPositive();
        assertThat(keys.path(0).path("kty").asString()).isEqualTo("RSA");
        assertThat(keys.path(0).has("d")).isFalse();
        var discovery = browser().get("/.well-known/openid-configuration").body();
        assertThat(discovery.path("issuer").asString()).isEqualTo("http://localhost:8080");
        assertThat(discovery.path("jwks_uri").asString()).isEqualTo("http://localhost:8080/oauth2/jwks");
    }
}
