package org.duban.local.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Properties;
import org.duban.local.process.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MailboxTests {

    @TempDir
    Path folder;

    private final int smtp = Ports.free();
    private final int http = Ports.free();

    @Test
    void keepsMailsAcrossARestartAndShowsThemHarmlessly() throws Exception {
        try (MailboxMain mailbox = new MailboxMain(folder, smtp, http)) {
            send("wjw@yunjiang.example", "督办提醒：<b>3</b> 项任务将到期", "请于 9 月 25 日前报送。<script>alert(1)</script>");
            send("czj@yunjiang.example", "会议通知", "请参加联席会议。");
        }

        try (MailboxMain mailbox = new MailboxMain(folder, smtp, http)) {
            JsonNode mine = JsonMapper.shared().readTree(get("/api/mails?to=wjw@yunjiang.example"));
            assertThat(mine.path("items")).hasSize(1);
            JsonNode mail = mine.path("items").path(0);
            assertThat(mail.path("subject").asString()).isEqualTo("督办提醒：<b>3</b> 项任务将到期");
            assertThat(mail.path("text").asString()).contains("请于 9 月 25 日前报送。");
            assertThat(get("/")).contains("czj@yunjiang.example").contains("会议通知");
            assertThat(get("/mails/" + mail.path("id").asString()))
                    .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                    .doesNotContain("<script>");
        }
    }

    private void send(String to, String subject, String text) throws Exception {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", String.valueOf(smtp));
        MimeMessage message = new MimeMessage(Session.getInstance(settings));
        message.setFrom(new InternetAddress("duban@yunjiang.example"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        message.setText(text, "UTF-8");
        Transport.send(message);
    }

    private String get(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI address = URI.create("http://127.0.0.1:" + http + path);
            return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
