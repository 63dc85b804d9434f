package org.duban.local.mailbox;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One mail as one recipient got it.
 *
 * @param text null where the mail has only HTML
 * @param html null where the mail has only text
 * @param attachments their file names
 */
record Mail(
        String id,
        String to,
        String from,
        String subject,
        Instant receivedAt,
        @Nullable String text,
        @Nullable String html,
        List<String> attachments) {

    static Mail parse(String id, String to, String from, Instant receivedAt, byte[] content) {
        Parts parts = new Parts();
        String subject = "（无主题）";
        String sender = from;
        try {
            MimeMessage message = new MimeMessage(null, new ByteArrayInputStream(content));
            subject = message.getSubject() == null ? subject : message.getSubject();
            sender = message.getFrom() == null || message.getFrom().length == 0
                    ? from
                    : MimeUtility.decodeText(message.getFrom()[0].toString());
            parts.collect(message);
        } catch (MessagingException | IOException e) {
            parts.text = "（无法解析的邮件）\n" + new String(content, StandardCharsets.UTF_8);
        }
        return new Mail(id, to, sender, subject, receivedAt, parts.text, parts.html, List.copyOf(parts.attachments));
    }

    private static final class Parts {
        private @Nullable String text;
        private @Nullable String html;
        private final List<String> attachments = new ArrayList<>();

        void collect(Part part) throws MessagingException, IOException {
            if (part.getFileName() != null || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
                attachments.add(String.valueOf(part.getFileName()));
            } else if (part.getContent() instanceof Multipart multipart) {
                for (int i = 0; i < multipart.getCount(); i++) {
                    BodyPart each = multipart.getBodyPart(i);
                    collect(each);
                }
            } else if (part.isMimeType("text/html") && html == null) {
                html = String.valueOf(part.getContent());
            } else if (part.isMimeType("text/plain") && text == null) {
                text = String.valueOf(part.getContent());
            }
        }
    }
}
