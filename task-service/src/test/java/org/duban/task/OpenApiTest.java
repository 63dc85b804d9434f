package org.duban.task;

import org.duban.kit.test.OpenApiDocument;
import org.duban.kit.test.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ServiceTest
class OpenApiTest {
    @Autowired
    MockMvc mvc;

    @Test
    void theCommittedDocumentIsWhatTheServiceSays() {
        OpenApiDocument.check(mvc, "task-service");
    }
}
