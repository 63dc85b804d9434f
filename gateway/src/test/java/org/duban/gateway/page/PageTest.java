package org.duban.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.duban.gateway.GatewayTest;
import org.junit.jupiter.api.Test;

/** With a stand-in for the page's files in the test resources. */
class PageTest extends GatewayTest {

    @Test
    void everyPlaceInThePageIsThePage() {
        for (String place : new String[] {"/", "/ledger", "/plans/readings/01980f5e", "/sign-in?next=/ledger"}) {
            var answer = browser().get(place);
            assertThat(answer.status()).as(place).isEqualTo(200);
            assertThat(answer.raw().body()).as(place).contains("<title>督办</title>");
            assertThat(answer.header("Cache-Control")).as(place).isEqualTo("no-cache");
        }
    }

    @Test
    void hashedFilesAreKeptForAYear() {
        var answer = browser().get("/assets/index-1a2b3c.js");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).contains("max-age=31536000").contains("immutable");
    }

    @Test
    void missingFileIsNotThePage() {
        assertThat(browser().get("/assets/gone-000000.js").status()).isEqualTo(404);
        assertThat(browser().get("/favicon-of-nobody.ico").status()).isEqualTo(404);
    }

    @Test
    void scriptsComeFromHereOnly() {
        var answer = browser().get("/");
        assertThat(answer.header("Content-Security-Policy"))
                .contains("script-src 'self';")
                .contains("frame-ancestors 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
    }

    @Test
    void largeFilesTravelCompressed() throws Exception {
        var browser = browser();
        var request = HttpRequest.newBuilder(browser.at("/assets/index-1a2b3c.js"))
                .header("Accept-Encoding", "gzip")
                .build();
        var answer = browser.http().send(request, BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
    }

    @Test
    void nothingOfTheOperatorsIsServedHere() {
        assertThat(browser().get("/actuator/health").status()).isEqualTo(404);
        assertThat(browser().get("/actuator").status()).isEqualTo(404);
    }
}
