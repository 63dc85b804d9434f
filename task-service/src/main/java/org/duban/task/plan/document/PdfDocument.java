package org.duban.task.plan.document;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.duban.task.plan.document.UnreadableDocument.Reason;

/** Text of a .pdf, line by line as it is printed; a scan, which holds pictures instead of words, is refused. */
final class PdfDocument {
    private static final int MOST_PAGES = 500;
    private static final int MOST_OPERATORS = 4_000_000;
    private static final int MOST_CHARACTERS = 1_000_000;
    private static final int FEWEST_CHARACTERS_PER_PAGE = 20;

    private PdfDocument() {}

    static String text(byte[] content) {
        if (!PlainText.startsWith(content, '%', 'P', 'D', 'F')) {
            throw new UnreadableDocument(Reason.NOT_PDF);
        }
        PdfGuard.check(content);
        try (var document = Loader.loadPDF(content)) {
            int pages = document.getNumberOfPages();
            if (pages > MOST_PAGES) {
                throw new UnreadableDocument(Reason.TOO_LARGE);
            }
            var stripper = new Stripper();
            stripper.setSortByPosition(true);
            stripper.setLineSeparator("\n");
            stripper.setPageEnd("\n");
            var text = stripper.getText(document);
            if (text.strip().length() < pages * FEWEST_CHARACTERS_PER_PAGE) {
                throw new UnreadableDocument(Reason.SCAN);
            }
            return text;
        } catch (UnreadableDocument refusal) {
            throw refusal;
        } catch (InvalidPasswordException e) {
            throw new UnreadableDocument(Reason.ENCRYPTED, e);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new UnreadableDocument(Reason.NOT_PDF, e);
        }
    }

    /** Counts what it is made to do: a page can be drawn from one small stream a thousand times over. */
    private static final class Stripper extends PDFTextStripper {
        private int operators;
        private int characters;

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            if (++operators > MOST_OPERATORS) {
                throw new UnreadableDocument(Reason.SUSPICIOUS_ARCHIVE);
            }
            super.processOperator(operator, operands);
        }

        @Override
        protected void processTextPosition(TextPosition text) {
            if (++characters > MOST_CHARACTERS) {
                throw new UnreadableDocument(Reason.TOO_LARGE);
            }
            super.processTextPosition(text);
        }
    }
}
