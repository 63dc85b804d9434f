package org.duban.local.mailbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Shows the mails: {@code /}, {@code /mails/<id>}, and as JSON {@code /api/mails?to=&limit=}. */
final class MailboxPage implements HttpHandler {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));
    private static final String STYLE = """
            :root{color-scheme:light}*{box-sizing:border-box}
            body{margin:0;font:14px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#1f2329;background:#f4f6f9}
            header{background:#12376b;color:#fff;padding:14px 24px;font-size:17px}header small{opacity:.75;margin-left:12px;font-size:13px}
            main{display:flex;gap:16px;padding:16px 24px;align-items:flex-start}
            nav,section{background:#fff;border:1px solid #e3e7ee;border-radius:6px}
            nav{width:280px;flex:none;max-height:84vh;overflow:auto}section{flex:1;min-width:0}
            nav a{display:flex;justify-content:space-between;padding:7px 14px;color:inherit;text-decoration:none;overflow-wrap:anywhere}
            nav a:hover,tr:hover td{background:#f0f5ff}nav a.on{background:#e3edff;font-weight:600}nav b{font-weight:400;color:#69727d;margin-left:8px}
            table{width:100%;border-collapse:collapse}td,th{padding:8px 14px;text-align:left;border-bottom:1px solid #eef1f5;vertical-align:top}
            th{font-weight:500;color:#69727d}td a{color:#12479b;text-decoration:none}.time{white-space:nowrap;color:#69727d}
            .mail{padding:18px 22px}h1{font-size:19px;margin:0 0 10px}dl{display:grid;grid-template-columns:64px 1fr;margin:0 0 14px;color:#69727d}dd{margin:0;color:#1f2329}
            pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;border-top:1px solid #eef1f5;padding-top:14px;margin:0}
            iframe{width:100%;height:60vh;border:0;border-top:1px solid #eef1f5}.none{padding:40px;text-align:center;color:#69727d}
            @media(max-width:720px){main{flex-direction:column;padding:10px}nav{width:100%;max-height:30vh}}
            """;

    private final Mails mails;

    MailboxPage(Mails mails) {
        this.mails = mails;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
            if (!exchange.getRequestMethod().equals("GET")) {
                answer(exchange, 405, "text/plain", "只读 / read only");
            } else if (path.equals("/")) {
                answer(exchange, 200, "text/html", list(query.get("to")));
            } else if (path.equals("/api/mails")) {
                answer(exchange, 200, "application/json", json(query));
            } else if (path.startsWith("/mails/")) {
                Optional<Mail> mail = mails.find(path.substring("/mails/".length()));
                answer(
                        exchange,
                        mail.isPresent() ? 200 : 404,
                        "text/html",
                        mail.map(this::one).orElse(page("没有这封邮件", "<div class=none>没有这封邮件</div>")));
            } else {
                answer(exchange, 404, "text/html", page("没有这一页", "<div class=none>没有这一页</div>"));
            }
        }
    }

    private String json(Map<String, String> query) {
        int limit = 200;
        try {
            limit = Math.clamp(Integer.parseInt(query.getOrDefault("limit", "200")), 1, 10_000);
        } catch (NumberFormatException e) {
            // an unreadable limit is none
        }
        return JSON.writeValueAsString(Map.of("items", mails.newest(query.get("to"), limit)));
    }

    private String list(@Nullable String to) {
        List<Mail> all = mails.newest(null, Integer.MAX_VALUE);
        Map<String, Long> recipients =
                all.stream().collect(Collectors.groupingBy(Mail::to, TreeMap::new, Collectors.counting()));
        String links = recipients.entrySet().stream()
                .map(entry -> link("/?to=" + encoded(entry.getKey()), entry.getKey(), entry.getValue(), to))
                .collect(Collectors.joining());
        String rows = mails.newest(to, 300).stream().map(this::row).collect(Collectors.joining());
        String table = rows.isEmpty()
                ? "<div class=none>还没有邮件</div>"
                : "<table><tr><th>时间<th>收件人<th>主题</tr>" + rows + "</table>";
        return page(
                "邮箱",
                "<nav>" + link("/", "全部", all.size(), to == null ? "全部" : to) + links + "</nav><section>" + table
                        + "</section>");
    }

    private static String link(String address, String name, long count, @Nullable String chosen) {
        return "<a class='" + (name.equals(chosen) ? "on" : "") + "' href='" + address + "'>" + escaped(name) + "<b>"
                + count + "</b></a>";
    }

    private String row(Mail mail) {
        return "<tr><td class=time>" + time(mail.receivedAt()) + "<td>" + escaped(mail.to()) + "<td><a href='/mails/"
                + mail.id() + "'>" + escaped(mail.subject()) + "</a></tr>";
    }

    private String one(Mail mail) {
        String text = mail.text();
        String html = mail.html();
        // Without permission to run anything; what a mail carries is not ours.
        String body = text == null && html != null
                ? "<iframe sandbox srcdoc='" + escaped(html) + "'></iframe>"
                : "<pre>" + escaped(text == null ? "" : text) + "</pre>";
        String attachments =
                mail.attachments().isEmpty() ? "" : "<dt>附件<dd>" + escaped(String.join("、", mail.attachments()));
        return page(
                mail.subject(),
                "<section><div class=mail><h1>" + escaped(mail.subject()) + "</h1><dl><dt>收件人<dd>" + escaped(mail.to())
                        + "<dt>发件人<dd>" + escaped(mail.from()) + "<dt>收到<dd>" + time(mail.receivedAt()) + attachments
                        + "</dl>" + body + "<p><a href='/?to=" + encoded(mail.to())
                        + "'>该收件人的全部邮件</a></p></div></section>");
    }

    private static String page(String title, String content) {
        return "<!doctype html><html lang=zh-CN><meta charset=utf-8><meta name=viewport content='width=device-width'><title>"
                + escaped(title) + " · 督办邮箱</title><style>" + STYLE
                + "</style><header>督办邮箱<small>本机试运行，邮件不会真正发出</small></header><main>" + content + "</main></html>";
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }

    static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static Map<String, String> query(@Nullable String raw) {
        return raw == null
                ? Map.of()
                : Arrays.stream(raw.split("&"))
                        .map(pair -> pair.split("=", 2))
                        .filter(pair -> pair.length == 2 && !pair[1].isEmpty())
                        .collect(Collectors.toMap(
                                pair -> pair[0],
                                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                                (first, second) -> first));
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
