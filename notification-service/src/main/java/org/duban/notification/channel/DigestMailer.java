package org.duban.notification.channel;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.duban.kit.time.Tick;
import org.duban.notification.channel.Digests.Claim;
import org.duban.notification.directory.Directory;
import org.duban.notification.directory.UnitRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Service;

/** Sends each unit one mail a day (behaviours.md P17). */
@Service
class DigestMailer implements Tick {

    private static final Logger log = LoggerFactory.getLogger(DigestMailer.class);
    private static final String SENDER_NAME = "督办系统";

    private final Digests digests;
    private final Directory directory;
    private final JavaMailSender mail;
    private final DigestSettings settings;
    private final PageSettings page;
    private final Clock clock;
    private final Counter mailsSent;
    private final Counter mailsFailed;
    private final AtomicBoolean busy = new AtomicBoolean();

    DigestMailer(
            Digests digests,
            Directory directory,
            JavaMailSender mail,
            DigestSettings settings,
            PageSettings page,
            Clock clock,
            MeterRegistry meters) {
        this.digests = digests;
        this.directory = directory;
        this.mail = mail;
        this.settings = settings;
        this.page = page;
        this.clock = clock;
        this.mailsSent = meters.counter("duban.digest.mails", "outcome", "sent");
        this.mailsFailed = meters.counter("duban.digest.mails", "outcome", "failed");
    }

    @Override
    public void tick(Instant now) {
        // A mail server may be slow; the seconds go on without it.
        if (settings.enabled() && busy.compareAndSet(false, true)) {
            Thread.ofVirtual().name("duban-digest").start(() -> {
                try {
                    sendDue();
                } catch (RuntimeException failure) {
                    log.warn("digests will be tried again", failure);
                } finally {
                    busy.set(false);
                }
            });
        }
    }

    void sendDue() {
        LocalDateTime now = LocalDateTime.now(clock);
        List<Claim> claims = new ArrayList<>(digests.claimAgain(settings.lease()));
        if (!now.toLocalTime().isBefore(settings.notBefore())) {
            for (UUID unit : digests.ready(now.toLocalDate(), settings.settle())) {
                digests.claim(unit, now.toLocalDate(), settings.lease()).ifPresent(this::send);
            }
        }
        claims.forEach(this::send);
    }

    private void send(Claim claim) {
        List<Digest.Item> items = digests.items(claim);
        List<String> addresses = directory.addresses(claim.unitId()).stream()
                .filter(DigestMailer::canBeWrittenTo)
                .toList();
        if (items.isEmpty() || addresses.isEmpty()) {
            digests.empty(claim);
            return;
        }
        String unit = directory.unit(claim.unitId()).map(UnitRef::shortName).orElse("您单位");
        try {
            mail.send(message(new Digest(claim.unitId(), unit, claim.day(), items), addresses));
            digests.sent(claim);
            mailsSent.increment();
        } catch (MailSendException failure) {
            if (tookSome(failure)) {
                log.warn(
                        "digest of {} for {} was not taken for all: {}",
                        claim.day(),
                        claim.unitId(),
                        failure.toString());
                digests.sent(claim);
                mailsSent.increment();
            } else {
                failed(claim, failure);
            }
        } catch (MessagingException | java.io.UnsupportedEncodingException | RuntimeException failure) {
            // Whatever it is, the other units' mails go on.
            failed(claim, failure);
        }
    }

    private void failed(Claim claim, Exception failure) {
        log.warn("digest of {} for {} was not taken: {}", claim.day(), claim.unitId(), failure.toString());
        digests.failed(claim, failure.toString());
        mailsFailed.increment();
    }

    // One mistyped address must not keep the mail from the unit's others.
    private static boolean canBeWrittenTo(String address) {
        try {
            new InternetAddress(address, true);
            return true;
        } catch (AddressException mistyped) {
            return false;
        }
    }

    /** Whether the mail went to some of its addresses though the server refused others; those would refuse again. */
    private static boolean tookSome(MailSendException failure) {
        for (Exception each : failure.getMessageExceptions()) {
            if (each instanceof SendFailedException refused
                    && refused.getValidSentAddresses() != null
                    && refused.getValidSentAddresses().length > 0) {
                return true;
            }
        }
        return false;
    }

    private MimeMessage message(Digest digest, List<String> addresses)
            throws MessagingException, java.io.UnsupportedEncodingException {
        MimeMessage message = new IdentifiedMessage(mail.createMimeMessage().getSession(), digest.messageId());
        MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.from(), SENDER_NAME);
        helper.setTo(addresses.toArray(String[]::new));
        helper.setSubject(digest.subject());
        helper.setText(digest.text(page), digest.html(page));
        helper.setSentDate(java.util.Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    /** Keeps its id when it is sent, instead of being given a new one. */
    private static final class IdentifiedMessage extends MimeMessage {

        private final String id;

        IdentifiedMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
