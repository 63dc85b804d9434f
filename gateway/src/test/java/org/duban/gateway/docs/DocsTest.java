package org.duban.gateway.docs;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import org.duban.gateway.GatewayTest;
import org.junit.jupiter.api.Test;

class DocsTest extends GatewayTest {

    @Test
    void oneDocumentTellsOfAllServicesThatAnswer() {
        TASK.stubFor(get("/v3/api-docs").willReturn(okJson("""
                {"paths": {"/api/tasks": {"get": {"summary": "台账"}}}, "components": {"schemas": {}}}
                """)));
        var whole = browser().get("/api/docs/openapi.json");
        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.body().at("/paths/~1api~1tasks/get/summary").asString())
                .isEqualTo("台账");
        assertThat(whole.body().at("/paths/~1api~1session/post/summary").asString())
                .isEqualTo("登录");
        assertThat(browser()
                        .get("/api/docs/task")
                        .body()
                        .at("/paths/~1api~1tasks/get/summary")
                        .asString())
                .isEqualTo("台账");
    }

    @Test
    void indexNamesEveryDocument() {
        var index = browser().get("/api/docs").body();
        assertThat(index.path("documents").size()).isEqualTo(4);
        assertThat(index.path("whole").asString()).isEqualTo("/api/docs/openapi.json");
    }

    @Test
    void documentThatCannotBeHadIsAProblem() {
        assertThat(browser().get("/api/docs/meeting").status()).isEqualTo(502);
        assertThat(browser().get("/api/docs/nonsense").status()).isEqualTo(404);
    }
}
