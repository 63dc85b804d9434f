package org.duban.task.plan.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.duban.task.plan.document.UnreadableDocument.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTextTest {
    private static final String RELATIONS = OfficeArchive.relations("word/document.xml");
    private static final String NUMBERING = """
        <w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
        <w:abstractNum w:abstractNumId="3">\
        <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>\
        <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>\
        <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>\
        </w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>\
        """;

    private static String numbered(int level, String words) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"7\"/></w:numPr></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>"
                .formatted(level, words);
    }

    private static String cell(String properties, String words) {
        return "<w:tc><w:tcPr>%s</w:tcPr><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:tc>".formatted(properties, words);
    }

    private static byte[] word(String body) {
        return zip(Map.of(
                "[Content_Types].xml",
                OfficeArchive.TYPES,
                "_rels/.rels",
                RELATIONS,
                "word/numbering.xml",
                NUMBERING,
                "word/header1.xml",
                "<w:hdr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:p><w:r><w:t>页眉</w:t></w:r></w:p></w:hdr>",
                "word/document.xml",
                document("", body)));
    }

    private static String document(String prolog, String body) {
        return prolog
                + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
                + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>" + body
                + "</w:body></w:document>";
    }

    private static byte[] zip(Map<String, String> parts) {
        return OfficeArchive.of(parts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, part -> part.getValue().getBytes(StandardCharsets.UTF_8))));
    }

    private static void assertRefused(String name, byte[] content, Reason reason) {
        assertThatExceptionOfType(UnreadableDocument.class)
                .isThrownBy(() -> DocumentText.of(name, content))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason))
                .withMessageMatching(".*[\\u4e00-\\u9fa5].*。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void encodingOfPlainTextIsRecognised(String charset) {
        assertThat(DocumentText.of("计划.txt", "一、任务\r\n〔责任单位〕".getBytes(Charset.forName(charset))))
                .isEqualTo("一、任务\n〔责任单位〕");
    }

    @Test
    void markAtTheStartTellsTheEncoding() {
        assertThat(DocumentText.of("a.txt", "\ufeff任务".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("任务");
        assertThat(DocumentText.of("a.txt", "\ufeff任务".getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo("任务");
        assertThat(DocumentText.of("a.txt", "\ufeff任务".getBytes(StandardCharsets.UTF_16BE)))
                .isEqualTo("任务");
    }

    @Test
    void numbersThatWordMakesAreWrittenOut() {
        var body = numbered(0, "总体要求")
                + numbered(1, "目标")
                + numbered(1, "原则")
                + numbered(0, "重点任务")
                + numbered(1, "建设").repeat(11)
                + numbered(2, "甲")
                + numbered(2, "乙")
                + numbered(1, "丙");
        assertThat(DocumentText.of("a.docx", word(body)).lines())
                .containsSubsequence("一、总体要求", "（一）目标", "（二）原则", "二、重点任务", "（一）建设", "（十一）建设", "1.甲", "2.乙", "（十二）丙");
    }

    @Test
    void mergedCellStandsInEveryRowAndColumnThatItCovers() {
        var table = "<w:tbl><w:tr>" + cell("", "序号") + cell("<w:gridSpan w:val=\"2\"/>", "责任单位") + "</w:tr><w:tr>"
                + cell("<w:vMerge w:val=\"restart\"/>", "1") + cell("", "甲局") + cell("", "乙局") + "</w:tr><w:tr>"
                + cell("<w:vMerge/>", "") + cell("", "丙局") + cell("", "") + "</w:tr></w:tbl>";
        assertThat(DocumentText.of(
                        "a.docx",
                        word("<w:p><w:r><w:t>前</w:t></w:r></w:p>" + table + "<w:p><w:r><w:t>后</w:t></w:r></w:p>")))
                .isEqualTo("前\n序号\t责任单位\t责任单位\n1\t甲局\t乙局\n1\t丙局\t\n后");
    }

    @Test
    void textBoxesAreReadOnceAndDeletedWordsAndHeadersNotAtAll() {
        var box = "<w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent>";
        var body = "<w:p><w:r><mc:AlternateContent><mc:Choice>" + box + "</mc:Choice><mc:Fallback>" + box
                + "</mc:Fallback></mc:AlternateContent></w:r><w:ins><w:r><w:t>保留</w:t></w:r></w:ins>"
                + "<w:del><w:r><w:delText>删去</w:delText></w:r></w:del></w:p>";
        assertThat(DocumentText.of("a.docx", word(body))).isEqualTo("保留\n框内");
    }

    @Test
    void emptyFileIsRefused() {
        assertRefused("a.docx", new byte[0], Reason.EMPTY);
        assertRefused("a.txt", " \n\t".getBytes(StandardCharsets.UTF_8), Reason.EMPTY);
        assertRefused("a.docx", word("<w:p/>"), Reason.EMPTY);
    }

    @Test
    void pictureIsNoDocumentWhateverItIsCalled() {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0};
        assertRefused("a.docx", picture, Reason.NOT_WORD);
        assertRefused("a.pdf", picture, Reason.NOT_PDF);
        assertRefused("a.txt", picture, Reason.PICTURE);
        assertRefused("a", picture, Reason.PICTURE);
        assertRefused("a.txt", new byte[] {1, 2, 3, 4, 5, 6, 7, 8}, Reason.UNKNOWN_ENCODING);
    }

    @Test
    void brokenOrForeignArchiveIsRefused() {
        var whole = word("<w:p><w:r><w:t>甲</w:t></w:r></w:p>");
        assertRefused("a.docx", Arrays.copyOf(whole, whole.length / 2), Reason.NOT_WORD);
        assertRefused("a.docx", zip(Map.of("readme.txt", "甲")), Reason.NOT_WORD);
        assertRefused(
                "a.docx",
                zip(Map.of("[Content_Types].xml", OfficeArchive.TYPES, "_rels/.rels", RELATIONS)),
                Reason.NOT_WORD);
    }

    @Test
    void bombIsRefusedBeforeItIsUnpacked() {
        assertRefused(
                "a.docx",
                word("<w:p><w:r><w:t>" + "炸".repeat(12_000_000) + "</w:t></w:r></w:p>"),
                Reason.SUSPICIOUS_ARCHIVE);
    }

    @Test
    void deepNestingIsRefused() {
        assertRefused(
                "a.docx",
                word("<w:sdt><w:sdtContent>".repeat(400) + "</w:sdtContent></w:sdt>".repeat(400)),
                Reason.NOT_WORD);
    }

    @Test
    void externalEntityIsNeverResolved() {
        var document = document(
                "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>", "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>");
        assertRefused(
                "a.docx",
                zip(Map.of(
                        "[Content_Types].xml",
                        OfficeArchive.TYPES,
                        "_rels/.rels",
                        RELATIONS,
                        "word/document.xml",
                        document)),
                Reason.NOT_WORD);
    }

    @Test
    void passwordIsNamedAsTheCause() throws Exception {
        var encrypted = new ByteArrayOutputStream();
        try (var files = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var stream = encryptor.getDataStream(files);
                    var file = OPCPackage.open(
                            new java.io.ByteArrayInputStream(word("<w:p><w:r><w:t>甲</w:t></w:r></w:p>")))) {
                file.save(stream);
            }
            files.writeFilesystem(encrypted);
        }
        assertRefused("a.docx", encrypted.toByteArray(), Reason.ENCRYPTED);
    }

    @Test
    void tooLargeFileIsRefused() {
        assertRefused("a.txt", new byte[DocumentText.LARGEST + 1], Reason.TOO_LARGE);
    }

    @ParameterizedTest
    @CsvSource({
        "a.xls,NOT_EXCEL",
        "a.html,WEB_PAGE",
        "a.mht,WEB_PAGE",
        "a.odt,OPEN_DOCUMENT",
        "a.pptx,SLIDES",
        "a.zip,ARCHIVE",
        "a.rar,ARCHIVE",
        "a.pdf,NOT_PDF",
        "a.rtf,RICH_TEXT",
        "a.wps,WPS",
        "a.et,WPS",
        "a.ofd,OFD",
        "a.png,PICTURE",
        "扫描件.JPG,PICTURE",
        "a.exe,UNSUPPORTED_FORMAT",
        "a.doc,NOT_WORD",
        "a.xlsx,NOT_EXCEL"
    })
    void otherFormatsAreToldWhatToDo(String name, Reason reason) {
        assertRefused(name, "内容".getBytes(StandardCharsets.UTF_8), reason);
    }

    @Test
    void wordFileIsKnownByWhatItHoldsWhateverItIsCalled() {
        var word = word("<w:p><w:r><w:t>重点任务</w:t></w:r></w:p>");
        assertThat(DocumentText.of("任务.doc", word)).isEqualTo("重点任务");
        assertThat(DocumentText.of("任务.txt", word)).isEqualTo("重点任务");
        assertRefused("任务.doc", "{\\rtf1 }".getBytes(StandardCharsets.UTF_8), Reason.RICH_TEXT);
    }

    @ParameterizedTest
    @CsvSource({
        "<html xmlns:o='urn:schemas-microsoft-com:office:office'><body>任务</body></html>,WEB_PAGE",
        "MIME-Version: 1.0,WEB_PAGE",
        "<?xml version='1.0'?><?mso-application progid='Word.Document'?>,WORD_XML",
        "Rar!任务,ARCHIVE",
        "II*任务,NOT_WORD"
    })
    void foreignFileNamedAsWordIsToldWhatItIs(String content, Reason reason) {
        assertRefused("任务.doc", content.getBytes(StandardCharsets.UTF_8), reason);
    }

    @Test
    void otherContainersAreToldWhatTheyAre() {
        assertRefused("a.docx", zip(Map.of("OFD.xml", "<ofd/>")), Reason.OFD);
        assertRefused("a.docx", zip(Map.of("ppt/presentation.xml", "<p/>")), Reason.SLIDES);
        assertRefused("附件.zip", word("<w:p><w:r><w:t>任务</w:t></w:r></w:p>"), Reason.ARCHIVE);
        assertRefused("a", zip(Map.of("实施方案.docx", "甲")), Reason.ARCHIVE);
    }

    @Test
    void textWithoutAMarkInUtf16IsRecognised() {
        assertThat(DocumentText.of("a.txt", "一、重点任务\n（一）2024年".getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo("一、重点任务\n（一）2024年");
        assertThat(DocumentText.of("a.txt", "一、重点任务\n（一）2024年".getBytes(StandardCharsets.UTF_16BE)))
                .isEqualTo("一、重点任务\n（一）2024年");
    }

    @Test
    void charactersThatOnlyLookAlikeAreMadeWhatTheyMean() {
        assertThat(DocumentText.of("a.txt", "⼀、⼯作\u200b任\u00ad务，⻓期坚持\u00a0。".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("一、工作任务，长期坚持 。");
    }

    @Test
    void readingEndsWhenItsTimeIsOver() {
        var word = word("<w:p><w:r><w:t>任务</w:t></w:r></w:p>".repeat(2_000));
        assertThatExceptionOfType(UnreadableDocument.class)
                .isThrownBy(() -> DocumentText.of("a.docx", word, Duration.ZERO))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.TOO_SLOW))
                .withMessageContaining("规定时间");
    }

    @Test
    void scanIsSaidToBeOne() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(bytes);
        }
        assertRefused("a.pdf", bytes.toByteArray(), Reason.SCAN);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void packedStreamThatWouldFillTheMemoryIsRefused(int times) {
        var packed = new byte[70 << 20];
        for (int i = 0; i < times; i++) {
            packed = deflated(packed);
        }
        var pdf = new ByteArrayOutputStream();
        pdf.writeBytes(
                "%PDF-1.4\n1 0 obj <</Length 9/Filter/FlateDecode>> stream\n".getBytes(StandardCharsets.US_ASCII));
        pdf.writeBytes(packed);
        pdf.writeBytes("\nendstream endobj\n".getBytes(StandardCharsets.US_ASCII));
        assertRefused("a.pdf", pdf.toByteArray(), Reason.SUSPICIOUS_ARCHIVE);
    }

    @Test
    void longWordsInACellThatCoversManyAreNotMultiplied() {
        var rows = "<w:tbl><w:tr>" + cell("<w:gridSpan w:val=\"60\"/>", "长".repeat(200_000)) + cell("", "甲")
                + "</w:tr></w:tbl>";
        assertThat(DocumentText.of("a.docx", word(rows.repeat(3))).length()).isLessThan(700_000);
    }

    @Test
    void sharedWordsOfASheetAreCountedAsOftenAsTheyAreShown() {
        var cells = IntStream.rangeClosed(1, 300)
                .mapToObj(row -> "<row r=\"%d\"><c r=\"A%d\" t=\"s\"><v>0</v></c></row>".formatted(row, row))
                .collect(Collectors.joining());
        var shared = "<si><t>" + "长".repeat(30_000) + "</t></si>";
        assertRefused("a.xlsx", Fuzzed.sheet(cells, "", shared), Reason.TOO_LARGE);
    }

    private static byte[] deflated(byte[] content) {
        var deflater = new Deflater();
        deflater.setInput(content);
        deflater.finish();
        var buffer = new byte[1 << 20];
        return Arrays.copyOf(buffer, deflater.deflate(buffer));
    }

    @Test
    void mutilatedFilesAreRefusedByNameOrRead() {
        var random = new Random(20230313);
        var whole = word(numbered(0, "任务") + "<w:tbl><w:tr>" + cell("", "甲") + cell("", "乙") + "</w:tr></w:tbl>");
        for (int i = 0; i < 400; i++) {
            var mutilated = whole.clone();
            for (int hits = random.nextInt(1, 8); hits > 0; hits--) {
                mutilated[random.nextInt(mutilated.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(DocumentText.of("a.docx", mutilated)).isNotBlank();
            } catch (UnreadableDocument refusal) {
                assertThat(refusal.reason()).isNotNull();
            }
        }
    }
}
