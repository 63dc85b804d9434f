package org.duban.task.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.duban.kit.web.Refusal.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecognitionTest {

    @TempDir
    Path folder;

    @Test
    void aFileIsWhatItHolds() {
        assertThat(of(Samples.pdf("现场照片"))).isEqualTo(EvidenceType.PDF);
        assertThat(of(Samples.png())).isEqualTo(EvidenceType.PNG);
        assertThat(of(Samples.jpeg())).isEqualTo(EvidenceType.JPEG);
        assertThat(of(Samples.word("<w:p/>"))).isEqualTo(EvidenceType.WORD);
        assertThat(of(Samples.excel())).isEqualTo(EvidenceType.EXCEL);
        assertThat(of(Samples.ofd())).isEqualTo(EvidenceType.OFD);
    }

    @Test
    void whatIsNotTakenSaysWhatToDo() {
        refuses(new byte[0], Kind.INVALID, "空的");
        refuses("<html><script>alert(1)</script></html>", "不接收这种文件");
        refuses("MZ\u0090", "不接收这种文件");
        refuses("#!/bin/sh", "不接收这种文件");
        refuses("GIF89a", "转为 JPG 或 PNG");
        refuses("\0\0\0\u0018ftypheic", "转为 JPG 或 PNG");
        refuses("\0\0\0\u0018ftypisom", "音频、视频");
        refuses("Rar!\u001a\u0007", "压缩包");
        refuses(Samples.bytes(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1), Kind.UNSUPPORTED, "旧版 Office");
        refuses(Samples.zip(Map.of("照片.jpg", "x")), Kind.UNSUPPORTED, "压缩包");
        refuses(
                Samples.zip(Map.of("[Content_Types].xml", Samples.types("presentationml.presentation"))),
                Kind.UNSUPPORTED,
                "不接收这种文件");
    }

    @Test
    void macrosAreNotTakenWhateverTheFileSaysItIs() {
        var types = Samples.types("wordprocessingml.document");
        refuses(
                Samples.zip(Map.of(
                        "[Content_Types].xml",
                        "<Types>application/vnd.ms-word.document.macroEnabled.main+xml</Types>")),
                Kind.UNSUPPORTED,
                "宏");
        refuses(Samples.zip(Map.of("[Content_Types].xml", types, "word/VbaProject.bin", "x")), Kind.UNSUPPORTED, "宏");
    }

    @Test
    void aBrokenFileIsBroken() {
        refuses(Samples.half(Samples.word("<w:p/>")), Kind.INVALID, "损坏");
        refuses(Samples.bytes('P', 'K', 3, 4), Kind.INVALID, "损坏");
    }

    @Test
    void aNameEndsAsWhatTheFileIs() {
        assertThat(EvidenceType.PDF.named("工作总结.PDF")).isEqualTo("工作总结.PDF");
        assertThat(EvidenceType.JPEG.named("现场.jpeg")).isEqualTo("现场.jpeg");
        assertThat(EvidenceType.PNG.named("发票.exe")).isEqualTo("发票.png");
        assertThat(EvidenceType.WORD.named("总结")).isEqualTo("总结.docx");
        assertThat(EvidenceType.PDF.named("关于第2.1项任务的说明")).isEqualTo("关于第2.1项任务的说明.pdf");
    }

    @Test
    void aNameIsOnlyAName() {
        assertThat(EvidenceDesk.plain("C:\\Users\\办公室\\总结.pdf")).isEqualTo("总结.pdf");
        assertThat(EvidenceDesk.plain("../../etc/passwd")).isEqualTo("passwd");
        assertThat(EvidenceDesk.plain("总结\r\nSet-Cookie\u202Efdp.exe")).isEqualTo("总结Set-Cookiefdp.exe");
        assertThat(EvidenceDesk.plain("  ")).isEqualTo("佐证材料");
        assertThat(EvidenceDesk.plain(".pdf")).isEqualTo("佐证材料.pdf");
        assertThat(EvidenceDesk.plain("长".repeat(300) + ".docx")).hasSize(150).endsWith("长.docx");
    }

    @Test
    void theWordsOfADocumentAreReadAsTheyStand() {
        var text = WordText.of(file(Samples.word("""
                <w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>验收</w:t></w:r><w:r><w:t>情况</w:t></w:r></w:p>
                <w:tbl><w:tr><w:tc><w:p><w:r><w:t>单位</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>家数</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
                <w:p><w:r><w:t>完成</w:t><w:br/><w:t>9 家</w:t></w:r></w:p>
                """)));
        assertThat(text.text().lines().map(String::strip)).containsSubsequence("验收情况", "单位\t家数", "完成", "9 家");
        assertThat(text.cut()).isFalse();
        var long_ = WordText.of(file(Samples.word("<w:p><w:r><w:t>" + "长".repeat(60_000) + "</w:t></w:r></w:p>")));
        assertThat(long_.text()).hasSize(50_000);
        assertThat(long_.cut()).isTrue();
    }

    @Test
    void aDocumentThatWantsAnotherFileOrBurstsIsNotRead() {
        var outside = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>";
        assertThatExceptionOfType(EvidenceRefused.class)
                .isThrownBy(() -> WordText.of(file(Samples.zip(Map.of("word/document.xml", outside)))));
        assertThatExceptionOfType(EvidenceRefused.class)
                .isThrownBy(() -> WordText.of(
                        file(Samples.word("<!--" + "x".repeat(33 << 20) + "--><w:p><w:r><w:t>后</w:t></w:r></w:p>"))));
    }

    private void refuses(String content, String words) {
        refuses(content.getBytes(StandardCharsets.ISO_8859_1), null, words);
    }

    private void refuses(byte[] content, @org.jspecify.annotations.Nullable Kind kind, String words) {
        assertThatExceptionOfType(EvidenceRefused.class)
                .isThrownBy(() -> of(content))
                .withMessageContaining(words)
                .satisfies(refusal -> {
                    if (kind != null) {
                        assertThat(refusal.kind()).isEqualTo(kind);
                    }
                });
    }

    private EvidenceType of(byte[] content) {
        return Recognition.of(file(content));
    }

    private Path file(byte[] content) {
        try {
            return Files.write(Files.createTempFile(folder, "", ".part"), content);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
