package org.duban.gateway.docs;

import org.duban.gateway.GatewayTest;
import org.duban.kit.test.OpenApiDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;

@AutoConfigureMockMvc
class OpenApiTest extends GatewayTest {

    @Autowired
    private MockMvc mvc;

    @Test
    void committedDocumentIsWhatTheGatewaySays() {
        OpenApiDocument.check(mvc, "gateway");
    }
}
