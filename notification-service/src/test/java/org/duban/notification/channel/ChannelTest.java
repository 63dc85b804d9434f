package org.duban.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.Address;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.duban.kit.event.EventChannel;
import org.duban.kit.event.Outbox;
import org.duban.kit.id.Ids;
import org.duban.kit.test.TestClock;
import org.duban.kit.test.Tokens;
import org.duban.meeting.contract.DirectoryEvent;
import org.duban.meeting.contract.DirectoryEvent.Level;
import org.duban.meeting.contract.DirectoryEvent.Person;
import org.duban.meeting.contract.DirectoryEvent.PostFilled;
import org.duban.meeting.contract.DirectoryEvent.PostState;
import org.duban.meeting.contract.DirectoryEvent.Role;
import org.duban.meeting.contract.DirectoryEvent.UnitRegistered;
import org.duban.meeting.contract.DirectoryEvent.UnitState;
import org.duban.notification.MailServer;
import org.duban.notification.NotificationTest;
import org.duban.notification.directory.Directory;
import org.duban.task.contract.TaskEvent;
import org.duban.task.contract.TaskEvent.TaskClosed;
import org.duban.task.contract.TaskEvent.UnitUrged;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** From an event on Kafka to what a person sees. */
@NotificationTest
class ChannelTest {

    private static final EventChannel<TaskEvent> TASKS =
            EventChannel.of(TaskEvent.TOPIC, TaskEvent.class, TaskEvent.TYPES);
    private static final EventChannel<DirectoryEvent> DIRECTORY =
            EventChannel.of(DirectoryEvent.TOPIC, DirectoryEvent.class, DirectoryEvent.TYPES);

    @Autowired
    Outbox outbox;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Directory directory;

    @Autowired
    DigestMailer mailer;

    @Autowired
    Digests digests;

    @Autowired
    DigestSettings settings;

    @Autowired
    PageSettings page;

    @Autowired
    MeterRegistry meters;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    private final UUID unit = Ids.next();
    private final String address = unit + "@duban.example";

    @BeforeEach
    void morning() {
        clock.set("2023-03-13T08:00");
        tell(
                DIRECTORY,
                new UnitRegistered(new UnitState(unit, "云江市教育局", "市教育局", List.of(), Level.CITY, null, 1)),
                unit.toString());
        PostState post = new PostState(Ids.next(), unit, "联络员", Role.LIAISON, 1);
        tell(
                DIRECTORY,
                new PostFilled(post, new Person(Ids.next(), "周明", address, null), LocalDate.of(2023, 1, 1)),
                post.id().toString());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> directory.addresses(unit).contains(address)
                        && directory.unit(unit).isPresent());
    }

    @Test
    void openPageHearsOfItsAlertsAtOnceAndOthersDoNot() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            List<String> mine = open(client, Tokens.bearer("LIAISON", unit, null));
            List<String> others = open(client, Tokens.bearer("LIAISON", Ids.next(), null));
            await().until(() -> mine.contains("data:{\"unread\":0}") && others.contains("data:{\"unread\":0}"));

            UnitUrged urged = urged("请加快<进度>");
            tell(TASKS, urged, urged.key());

            await().until(() -> mine.contains("data:{\"unread\":1}"));
            assertThat(mine).contains("event:alert", "event:count");
            assertThat(mine)
                    .anySatisfy(line -> assertThat(line)
                            .startsWith("data:")
                            .contains("\"kind\":\"URGED\"")
                            .contains("请加快<进度>"));

            TaskClosed closed = new TaskClosed(urged.taskId(), 9, "t", LocalDate.of(2023, 3, 13));
            tell(TASKS, closed, closed.key());
            await().until(() ->
                    mine.stream().filter("data:{\"unread\":0}"::equals).count() == 2);
            assertThat(others).doesNotContain("event:alert");
            client.shutdownNow();
        }
    }

    @Test
    void unitGetsOneMailADay() throws Exception {
        tell(TASKS, urged("<第一件>"), Ids.next().toString());
        tell(TASKS, urged("第二件"), Ids.next().toString());
        awaitAlerts(2);
        mailer.sendDue();
        assertThat(mails()).as("before half past eight").isEmpty();

        clock.set("2023-03-13T08:30");
        mailer.sendDue();
        mailer.sendDue();
        assertThat(mails()).hasSize(1);
        MimeMessage mail = mails().getFirst();
        assertThat(mail.getSubject()).isEqualTo("【督办】市教育局 3月13日提醒2条");
        assertThat(mail.getMessageID()).isEqualTo("<digest.%s.2023-03-13@duban>".formatted(unit));
        String text = text(mail);
        assertThat(text)
                .contains("&lt;第一件&gt;")
                .contains("https://duban.example/tasks/")
                .contains("催办：报送进展");

        tell(TASKS, urged("第三件"), Ids.next().toString());
        awaitAlerts(3);
        mailer.sendDue();
        assertThat(mails()).as("later alerts go with the next day").hasSize(1);
        clock.set("2023-03-14T09:00");
        mailer.sendDue();
        assertThat(mails()).hasSize(2);
        assertThat(mails().getLast().getSubject()).contains("提醒1条");
    }

    @Test
    void settledAlertIsNotMailed() {
        UnitUrged urged = urged("马上办结");
        tell(TASKS, urged, urged.key());
        awaitAlerts(1);
        TaskClosed closed = new TaskClosed(urged.taskId(), 9, "t", LocalDate.of(2023, 3, 13));
        tell(TASKS, closed, closed.key());
        await().until(() -> alerts("withdrawn_at is not null") == 1);
        clock.set("2023-03-13T10:00");
        mailer.sendDue();
        assertThat(mails()).isEmpty();
    }

    @Test
    void mistypedAddressKeepsTheMailFromNoOther() {
        PostState head = new PostState(Ids.next(), unit, "局长", Role.UNIT_HEAD, 1);
        tell(
                DIRECTORY,
                new PostFilled(head, new Person(Ids.next(), "吴刚", "wu gang@@mistyped", null), LocalDate.of(2023, 1, 1)),
                head.id().toString());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> directory.addresses(unit).size() == 2);
        tell(TASKS, urged("报送"), Ids.next().toString());
        awaitAlerts(1);
        clock.set("2023-03-13T10:00");
        mailer.sendDue();
        assertThat(mails()).hasSize(1);
    }

    @Test
    void mailThatSomeOfItsRecipientsGotIsNotSentToThemAgain() {
        tell(TASKS, urged("报送"), Ids.next().toString());
        awaitAlerts(1);
        clock.set("2023-03-13T10:00");
        AtomicInteger sent = new AtomicInteger();
        JavaMailSenderImpl server = new JavaMailSenderImpl() {
            @Override
            public void send(MimeMessage message) {
                sent.incrementAndGet();
                Address[] took = {new InternetAddress()};
                Exception refused = new SendFailedException("550", null, took, new Address[0], took);
                throw new MailSendException(Map.of(message, refused));
            }
        };
        DigestMailer toOneThatRefuses = new DigestMailer(digests, directory, server, settings, page, clock, meters);
        toOneThatRefuses.sendDue();
        jdbc.sql("update digest set leased_until = now() - interval '1 second' where unit_id = ?")
                .param(unit)
                .update();
        toOneThatRefuses.sendDue();
        assertThat(sent).hasValue(1);
    }

    @Test
    void mailThatCannotBeMadeKeepsNoOtherBack() {
        tell(TASKS, urged("报送"), Ids.next().toString());
        awaitAlerts(1);
        clock.set("2023-03-13T10:00");
        JavaMailSenderImpl broken = new JavaMailSenderImpl() {
            @Override
            public void send(MimeMessage message) {
                throw new IllegalStateException("broken");
            }
        };
        new DigestMailer(digests, directory, broken, settings, page, clock, meters).sendDue();
        assertThat(jdbc.sql("select last_error from digest where unit_id = ?")
                        .param(unit)
                        .query(String.class)
                        .single())
                .contains("broken");
    }

    @Test
    void mailThatWasNotTakenIsSentLaterOnce() {
        tell(TASKS, urged("邮件服务器不在"), Ids.next().toString());
        awaitAlerts(1);
        clock.set("2023-03-13T10:00");
        MailServer.MAIL.stop();
        try {
            mailer.sendDue();
        } finally {
            MailServer.MAIL.start();
        }
        assertThat(mails()).isEmpty();
        jdbc.sql("update digest set leased_until = now() - interval '1 second' where unit_id = ?")
                .param(unit)
                .update();
        mailer.sendDue();
        mailer.sendDue();
        assertThat(mails()).hasSize(1);
    }

    @Autowired
    org.springframework.jdbc.core.simple.JdbcClient jdbc;

    private List<String> open(HttpClient client, String token) {
        List<String> lines = new CopyOnWriteArrayList<>();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/alerts/stream"))
                .header("Authorization", token)
                .header("Accept", "text/event-stream")
                .build();
        CompletableFuture<HttpResponse<Stream<String>>> answer =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofLines());
        answer.thenAcceptAsync(response -> response.body().forEach(lines::add));
        return lines;
    }

    private UnitUrged urged(String words) {
        return new UnitUrged(Ids.next(), 3, Ids.next(), "报送进展", unit, null, words);
    }

    private <E> void tell(EventChannel<E> channel, E event, String key) {
        transactions.executeWithoutResult(status -> outbox.append(channel.outgoing(key, event)));
    }

    private void awaitAlerts(int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> alerts("true") == count);
    }

    private long alerts(String condition) {
        return jdbc.sql("select count(*) from alert where unit_id = ? and " + condition)
                .param(unit)
                .query(Long.class)
                .single();
    }

    private List<MimeMessage> mails() {
        return Arrays.stream(MailServer.MAIL.getReceivedMessagesForDomain(address))
                .toList();
    }

    private static String text(MimeMessage mail) throws Exception {
        MimeMultipart related = (MimeMultipart)
                ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
        MimeMultipart alternative = (MimeMultipart) related.getBodyPart(0).getContent();
        return alternative.getBodyPart(0).getContent() + "\n"
                + alternative.getBodyPart(1).getContent();
    }
}
