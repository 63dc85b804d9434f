package org.duban.notification;

import org.duban.kit.test.OpenApiDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@NotificationTest
class OpenApiTest {

    @Autowired
    MockMvc mvc;

    @Test
    void committedDocumentIsTrue() {
        OpenApiDocument.check(mvc, "notification-service");
    }
}
