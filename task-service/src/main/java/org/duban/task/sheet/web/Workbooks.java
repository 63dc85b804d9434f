package org.duban.task.sheet.web;

/** What every workbook that is sent has alike. */
final class Workbooks {
    static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Workbooks() {}
}
