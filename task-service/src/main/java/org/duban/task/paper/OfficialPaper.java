package org.duban.task.paper;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An official document as GB/T 9704-2012 lays it out: what it says, not how it looks.
 *
 * @param letterhead 发文机关标志, in red on the first page; null for a document without one
 * @param number 发文字号, as {@link #number(String, int, int)} writes it; null where it has none yet
 * @param title a line break in it is kept; without one it is broken into even lines
 * @param addressee 主送机关, without the colon; null where it is addressed to nobody
 * @param attachments 附件说明: their names
 * @param imprint 版记; null for a document without one
 */
public record OfficialPaper(
        @Nullable String letterhead,
        @Nullable String number,
        String title,
        @Nullable String addressee,
        List<Block> body,
        List<String> attachments,
        @Nullable Signature signature,
        @Nullable Imprint imprint) {

    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /** @param day 成文日期; null while it is a draft */
    public record Signature(String unit, @Nullable LocalDate day) {}

    /** @param printedOn 印发日期; null while it is a draft */
    public record Imprint(
            List<String> copiedTo,
            String printedBy,
            @Nullable LocalDate printedOn) {
        public Imprint {
            copiedTo = List.copyOf(copiedTo);
        }
    }

    public OfficialPaper {
        body = List.copyOf(body);
        attachments = List.copyOf(attachments);
    }

    /** 机关代字〔2026〕12号: the year in tortoise-shell brackets, the number without leading zeros. */
    public static String number(String series, int year, int number) {
        return "%s〔%d〕%d号".formatted(series, year, number);
    }

    /** @return the body with each heading's number before its title, as it stands in the document */
    public List<Block> numberedBody() {
        Numerals numerals = new Numerals();
        return body.stream()
                .map(block -> block instanceof Block.Heading heading
                        ? new Block.Heading(
                                heading.level(), numerals.next(heading.level()) + heading.title(), heading.text())
                        : block)
                .toList();
    }

    /** @return the document as .docx; the same document gives the same bytes */
    public byte[] docx() {
        return Docx.of(this);
    }

    /** @param name with its ending */
    public record File(String name, byte[] content) {}

    /** @param name without an ending */
    public File file(String name) {
        return new File(name + ".docx", docx());
    }
}
