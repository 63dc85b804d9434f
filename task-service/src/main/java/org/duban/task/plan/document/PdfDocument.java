package org.duban.task.plan.document;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.duban.task.plan.document.UnreadableDocument.Reason;

/** Text of a .pdf, line by line as it is printed; a scan, which holds pictures instead of words, is refused. */
final class PdfDocument {
    private static final int MOST_PAGES = 500;
    private static final int FEWEST_CHARACTERS_PER_PAGE = 20;

    static {
        OwnFonts.use();
        BoundedFilter.use();
    }

    private PdfDocument() {}

    static String text(byte[] content) {
        PdfGuard.check(content);
        try (var document = Loader.loadPDF(content)) {
            int pages = document.getNumberOfPages();
            if (pages > MOST_PAGES) {
                throw new UnreadableDocument(Reason.TOO_LARGE);
            }
            var reader = PdfReader.of(document);
            if (reader.isNameless()) {
                throw new UnreadableDocument(Reason.NAMELESS_PDF);
            }
            int signs = reader.pages().stream()
                    .mapToInt(page -> page.glyphs().size())
                    .sum();
            if (signs < pages * FEWEST_CHARACTERS_PER_PAGE) {
                throw new UnreadableDocument(Reason.SCAN);
            }
            return PdfLayout.text(reader.pages(), reader.pictures());
        } catch (UnreadableDocument refusal) {
            throw refusal;
        } catch (InvalidPasswordException e) {
            throw new UnreadableDocument(Reason.ENCRYPTED, e);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new UnreadableDocument(Reason.NOT_PDF, e);
        }
    }
}
