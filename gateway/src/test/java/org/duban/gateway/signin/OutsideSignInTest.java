package org.duban.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.gateway.Browser;
import org.duban.gateway.GatewayTest;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class OutsideSignInTest extends GatewayTest {

    private static final OutsideIssuer ISSUER = new OutsideIssuer();

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry settings) {
        settings.add("duban.gateway.sign-in.issuer-uri", ISSUER::address);
        settings.add("duban.gateway.sign-in.client-secret", () -> "secret-of-the-gateway");
    }

    @Test
    void whoTheIssuerKnowsComesInUnderTheirAccount() {
        Browser browser = browser();
        assertThat(comeBackAs(browser, "admin")).isEqualTo("/");
        var me = browser.get("/api/me");
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.body().path("username").asString()).isEqualTo("admin");
    }

    @Test
    void whoHasNoAccountStaysOutside() {
        Browser browser = browser();
        assertThat(comeBackAs(browser, "stranger")).isEqualTo("/sign-in?problem=no-account");
        assertThat(browser.get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void answerThatNobodyAskedForIsRefused() {
        Browser browser = browser();
        var answer = browser.get("/login/oauth2/code/issuer?code=c&state=made-up");
        assertThat(path(answer)).isEqualTo("/sign-in?problem=issuer");
        assertThat(browser.get("/api/me").status()).isEqualTo(401);
    }

    private static String comeBackAs(Browser browser, String username) {
        var away = browser.get("/oauth2/authorization/issuer");
        assertThat(away.status()).isEqualTo(302);
        URI there = URI.create(away.header("Location"));
        assertThat(there.toString()).startsWith(ISSUER.address() + "/authorize?");
        Map<String, String> asked = Stream.of(there.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        ISSUER.says(username, asked.get("nonce"));
        return path(browser.get("/login/oauth2/code/issuer?code=c&state="
                + URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8)));
    }

    private static String path(Browser.Answer redirect) {
        URI there = URI.create(redirect.header("Location"));
        return there.getPath() + (there.getQuery() == null ? "" : "?" + there.getQuery());
    }
}
