package org.duban.task.sheet.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;

/** What every workbook that is sent has alike. */
final class Workbooks {
    static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Workbooks() {}

    static String attachment(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
