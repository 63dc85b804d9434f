package org.duban.notification.channel;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.duban.notification.alert.AlertKind;
import org.duban.notification.alert.Link;

/** One mail to one unit: what it was told since the last. */
record Digest(UUID unit, String unitName, LocalDate day, List<Item> items) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日", Locale.CHINA);

    record Item(AlertKind kind, String title, String body, Link link) {

        // What is late comes first.
        private int rank() {
            return switch (kind) {
                case REPORT_OVERDUE, HAND_IN_OVERDUE, RECTIFICATION_OVERDUE, COMPLAINT_OVERDUE -> 0;
                case URGED, NOTICE_ISSUED, NOTICE_APPEAL_DECIDED, SCORE_APPEAL_DECIDED -> 1;
                case REPORT_RETURNED,
                        REPORT_TO_SIGN_OFF,
                        REPORT_NOT_SIGNED,
                        HAND_IN_RETURNED,
                        COMPLETION_RETURNED,
                        EXTENSION_DECIDED,
                        RECTIFICATION_RETURNED,
                        COMPLAINT_RETURNED,
                        GOAL_DECIDED -> 2;
                case REPORT_DUE, HAND_IN_DUE, RECTIFICATION_DUE, COMPLAINT_DUE, LIGHT_TURNED -> 3;
                case REPORT_REQUESTED, HAND_IN_ASKED -> 4;
                case TASK_ASSIGNED,
                        TASK_CHANGED,
                        RECTIFICATION_OPENED,
                        COMPLAINT_GIVEN,
                        FEATURE_ASKED,
                        GOAL_SET,
                        MENTIONED -> 5;
                case MEETING_CONVENED, MINUTES_ISSUED, RECTIFICATION_CLOSED, SCORE_ANNOUNCED -> 6;
                case REPORT_SUBMITTED,
                        HAND_IN_ANSWERED,
                        NOTICE_ANSWERED,
                        COMPLETION_SUBMITTED,
                        EXTENSION_REQUESTED,
                        RECTIFICATION_TO_REVIEW,
                        RECTIFICATION_FOLLOW_UP,
                        COMPLAINT_RECEIVED,
                        COMPLAINT_TO_REVIEW,
                        INDICATOR_SLIPPED,
                        GOAL_ASSESSED,
                        SCORE_APPEALED,
                        WATCHED_COMMENT,
                        WATCHED_TASK_MOVED,
                        PLENARY_OWED -> 7;
            };
        }

        private boolean late() {
            return rank() == 0;
        }
    }

    Digest {
        items = items.stream()
                .sorted(Comparator.comparingInt(Item::rank).thenComparing(Item::title))
                .toList();
    }

    /** The same each time it is sent, so that a mail server that has it already can tell. */
    String messageId() {
        return "<digest." + unit + "." + day + "@duban>";
    }

    String subject() {
        long late = items.stream().filter(Item::late).count();
        String urgent = late == 0 ? "" : "（逾期%d项）".formatted(late);
        return "【督办】%s %s提醒%d条%s".formatted(unitName, day.format(DAY), items.size(), urgent);
    }

    String text(PageSettings page) {
        String lines = items.stream()
                .map(item -> "- %s\n  %s\n  %s".formatted(item.title(), item.body(), page.link(item.link())))
                .collect(Collectors.joining("\n\n"));
        return "%s：\n\n截至%s，有以下事项请予办理。\n\n%s\n\n督办系统 %s\n本邮件由系统自动发送，请勿直接回复。\n"
                .formatted(unitName, day.format(DAY), lines, page.address());
    }

    String html(PageSettings page) {
        String rows = items.stream()
                .map(item -> """
                        <tr><td style="padding:10px 12px;border-bottom:1px solid #e5e6eb">
                        <a href="%s" style="color:%s;font-weight:600;text-decoration:none">%s</a>
                        <div style="color:#4e5969;margin-top:4px">%s</div></td></tr>
                        """.formatted(
                                escape(page.link(item.link())),
                                item.late() ? "#cf1322" : "#1d4f91",
                                escape(item.title()),
                                escape(item.body())))
                .collect(Collectors.joining());
        return """
                <!doctype html><html lang="zh-CN"><head><meta charset="utf-8"></head>
                <body style="font:14px/1.7 'Microsoft YaHei','PingFang SC',sans-serif;color:#1d2129">
                <p>%s：</p><p>截至%s，有以下事项请予办理。</p>
                <table style="border-collapse:collapse;width:100%%;max-width:680px;border-top:2px solid #1d4f91">%s</table>
                <p><a href="%s" style="color:#1d4f91">进入督办系统</a></p>
                <p style="color:#86909c;font-size:12px">本邮件由系统自动发送，请勿直接回复。</p></body></html>
                """.formatted(escape(unitName), day.format(DAY), rows, escape(page.address()));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
