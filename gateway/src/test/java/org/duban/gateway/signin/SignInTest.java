package org.duban.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.duban.gateway.Browser;
import org.duban.gateway.GatewayTest;
import org.duban.gateway.Town;
import org.duban.kit.audit.AuditTrail;
import org.duban.meeting.contract.DirectoryEvent.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class SignInTest extends GatewayTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AuditTrail audit;

    @Test
    void nobodyIsNobody() {
        var answer = browser().get("/api/me");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo("not-signed-in");
        assertThat(answer.body().path("traceId").asString("")).isNotBlank();
    }

    @Test
    void holderOfAPostSeesWhoTheyAre() {
        var unit = town.registered(Town.countyUnit("县卫生健康局"));
        Browser browser = holderOf(unit, "联络员", Role.LIAISON);
        var me = browser.get("/api/me").body();
        assertThat(me.path("kind").asString()).isEqualTo("PERSON");
        assertThat(me.path("name").asString()).isEqualTo("测试员");
        assertThat(me.path("unit").path("shortName").asString()).isEqualTo("县卫生健康局");
        assertThat(me.path("unit").path("countyName").asString()).isEqualTo("临江县");
        assertThat(me.path("posts").path(0).path("title").asString()).isEqualTo("联络员");
        assertThat(me.path("roles").path(0).asString()).isEqualTo("LIAISON");
        assertThat(me.path("scopes").toString()).contains("report:write").doesNotContain("account:write");
        assertThat(me.path("mustChangePassword").asBoolean()).isFalse();
        assertThat(me.path("local").path("clock").asBoolean()).isTrue();
    }

    @Test
    void signingInAnswersWithWhoItIs() {
        Browser browser = browser();
        var answer = browser.signIn("ADMIN", ADMIN_PASSWORD);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("username").asString()).isEqualTo("admin");
        assertThat(answer.body().path("roles").path(0).asString()).isEqualTo("ADMIN");
        assertThat(answer.raw().headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("DUBAN_SESSION=")
                        .contains("HttpOnly")
                        .contains("SameSite=Lax"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("XSRF-TOKEN="));
    }

    @Test
    void wrongPasswordAndUnknownNameAreToldAlike() {
        var wrong = browser().signIn("admin", "nonsense1");
        var unknown = browser().signIn("nobody-" + UUID.randomUUID(), "nonsense1");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(wrong.body().path("detail")).isEqualTo(unknown.body().path("detail"));
        assertThat(wrong.code()).isEqualTo("wrong-credentials");
    }

    @Test
    void guessingIsSlowedDown() {
        String name = "guessed-" + UUID.randomUUID().toString().substring(0, 8);
        for (int i = 0; i < 5; i++) {
            assertThat(browser().signIn(name, "guess" + i).status()).isEqualTo(401);
        }
        var answer = browser().signIn(name, "guess6");
        assertThat(answer.status()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 300);
        assertThat(answer.code()).isEqualTo("too-many-attempts");
    }

    @Test
    void writingNeedsTheCsrfToken() {
        Browser admin = admin();
        assertThat(admin.get("/api/session/csrf").status()).isEqualTo(204);
        var forged = admin.sendWithoutCsrf("POST", "/api/clients", "{}");
        assertThat(forged.status()).isEqualTo(403);
        assertThat(forged.code()).isEqualTo("csrf");
        assertThat(admin.send("POST", "/api/clients", "{}").status()).isEqualTo(400);
    }

    @Test
    void formOfAnotherSiteCannotSignIn() {
        var answer = browser().form("/api/session", "username=admin&password=" + ADMIN_PASSWORD);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("csrf");
    }

    @Test
    void sessionPlantedBeforehandIsNotTakenOver() {
        Browser attacker = admin();
        String planted = attacker.cookie("DUBAN_SESSION").orElseThrow();
        Browser victim = browser();
        victim.giveCookie("DUBAN_SESSION", planted);
        assertThat(victim.signIn("admin", ADMIN_PASSWORD).status()).isEqualTo(200);
        assertThat(victim.cookie("DUBAN_SESSION")).isPresent().get().isNotEqualTo(planted);
        assertThat(attacker.get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void signingOutEndsTheSession() {
        Browser admin = admin();
        assertThat(admin.send("DELETE", "/api/session", null).status()).isEqualTo(204);
        assertThat(admin.get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void sessionsAreKeptInTheDatabase() {
        long before = sessions();
        admin();
        assertThat(sessions()).isEqualTo(before + 1);
    }

    @Test
    void initialPasswordMustBeChangedFirst() {
        var unit = town.registered(Town.cityUnit("市卫生健康委"));
        var person = town.filled(Town.post(unit, "督导员", Role.SUPERVISOR), Town.person("李督导"));
        String username = "chu" + UUID.randomUUID().toString().substring(0, 6);
        var account = admin().send(
                        "POST",
                        "/api/accounts",
                        Browser.json(
                                "username", username, "personId", person.id().toString()));
        assertThat(account.status()).isEqualTo(201);
        String initial = account.body().path("initialPassword").asString();
        Browser browser = browser();
        assertThat(browser.signIn(username, initial)
                        .body()
                        .path("mustChangePassword")
                        .asBoolean())
                .isTrue();

        var refused = browser.get("/api/tasks");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("password-change-required");
        assertThat(browser.get("/api/me").status()).isEqualTo(200);

        assertThat(change(browser, initial, "short1").code()).isEqualTo("weak-password");
        assertThat(change(browser, "other123", "Gengxin2026").code()).isEqualTo("wrong-password");
        assertThat(change(browser, initial, initial).code()).isEqualTo("same-password");
        assertThat(change(browser, initial, "Gengxin2026").status()).isEqualTo(204);
        TASK.stubFor(com.github.tomakehurst.wiremock.client.WireMock.get("/api/tasks")
                .willReturn(com.github.tomakehurst.wiremock.client.WireMock.okJson("{}")));
        assertThat(browser.get("/api/tasks").status()).isEqualTo(200);
    }

    @Test
    void changedPasswordEndsAllOtherSessions() {
        var unit = town.registered(Town.cityUnit("市财政局"));
        var person = town.filled(Town.post(unit, "联络员", Role.LIAISON), Town.person("王联络"));
        Browser here = signedIn(person.id());
        String username = here.get("/api/me").body().path("username").asString();
        Browser elsewhere = browser();
        elsewhere.signIn(username, "Renwu2026");

        assertThat(change(here, "Renwu2026", "Gengxin2026").status()).isEqualTo(204);
        assertThat(here.get("/api/me").status()).isEqualTo(200);
        assertThat(elsewhere.get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void disabledAccountIsOutAtOnce() {
        var unit = town.registered(Town.cityUnit("市民政局"));
        Browser browser = holderOf(unit, "联络员", Role.LIAISON);
        var me = browser.get("/api/me").body();
        admin().send("PATCH", "/api/accounts/" + me.path("subject").asString(), "{\"enabled\":false}");
        assertThat(browser.get("/api/me").status()).isEqualTo(401);
        assertThat(browser().signIn(me.path("username").asString(), "Renwu2026").code())
                .isEqualTo("account-disabled");
    }

    @Test
    void signInsAreAudited() {
        admin();
        browser().signIn("admin", "nonsense1");
        assertThat(jdbc.sql("select distinct action from audit_entry")
                        .query(String.class)
                        .list())
                .contains("signed-in", "sign-in-failed");
        assertThat(audit.verify().holds()).isTrue();
    }

    private Browser.Answer change(Browser browser, String old, String replacement) {
        return browser.send("PUT", "/api/me/password", Browser.json("old", old, "new", replacement));
    }

    private long sessions() {
        return jdbc.sql("select count(*) from spring_session")
                .params(Map.of())
                .query(Long.class)
                .single();
    }
}
