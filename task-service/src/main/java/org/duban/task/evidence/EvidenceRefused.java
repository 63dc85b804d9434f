package org.duban.task.evidence;

import java.util.List;
import org.duban.kit.web.FieldError;
import org.duban.kit.web.Refusal;
import org.springframework.util.unit.DataSize;

/** Why a file is not taken, not handed in or not shown. */
final class EvidenceRefused extends Refusal {

    private EvidenceRefused(Kind kind, String code, String words, FieldError... errors) {
        super(kind, code, words, List.of(errors));
    }

    /** Also where it is another's: its existence is nobody else's business. */
    static EvidenceRefused notFound() {
        return new EvidenceRefused(Kind.NOT_FOUND, "evidence-not-found", "没有这份佐证材料，或您无权查看。");
    }

    static EvidenceRefused lost() {
        return new EvidenceRefused(Kind.NOT_FOUND, "evidence-lost", "这份佐证材料的文件已不在存储目录中，请联系管理员从备份恢复。");
    }

    static EvidenceRefused noUnit() {
        return new EvidenceRefused(Kind.FORBIDDEN, "no-unit", "您不属于任何单位，不能上传佐证材料。");
    }

    static EvidenceRefused tooLarge(DataSize most) {
        return new EvidenceRefused(Kind.TOO_LARGE, "too-large", "单个文件不超过 " + words(most) + "，请压缩或拆分后重新上传。");
    }

    static EvidenceRefused tooManyLoose(int most) {
        return new EvidenceRefused(
                Kind.CONFLICT, "too-many-loose-files", "本单位已有 " + most + " 个文件上传后尚未提交，请先提交，或待系统清理后再传。");
    }

    static EvidenceRefused tooMany(int most) {
        var words = "佐证材料最多 " + most + " 个，请合并或挑选后提交。";
        return new EvidenceRefused(Kind.INVALID, "too-many-files", words, new FieldError("/evidence", words));
    }

    /** @param place of the file in what was handed in */
    static EvidenceRefused gone(int place) {
        var words = "第 " + (place + 1) + " 个佐证材料不存在，或上传后超过规定时间没有提交已被清理，请重新上传。";
        return new EvidenceRefused(Kind.INVALID, "evidence-gone", words, new FieldError("/evidence/" + place, words));
    }

    static EvidenceRefused empty() {
        return new EvidenceRefused(Kind.INVALID, "empty-file", "文件是空的，请检查后重新上传。");
    }

    static EvidenceRefused broken() {
        return new EvidenceRefused(Kind.INVALID, "broken-file", "文件不完整或已损坏，请检查后重新上传。");
    }

    static EvidenceRefused noText() {
        return new EvidenceRefused(Kind.CONFLICT, "no-text", "这份佐证材料没有可以显示的文字，请下载后查看。");
    }

    static EvidenceRefused unsupported() {
        return unsupported("不接收这种文件，请转为 PDF，或上传照片（JPG、PNG）、.docx、.xlsx、.ofd 文件。");
    }

    static EvidenceRefused archive() {
        return unsupported("这是压缩包，请解压后逐个上传其中的文件。");
    }

    static EvidenceRefused macros() {
        return unsupported("文件中含有宏，出于安全考虑不接收，请另存为不含宏的 .docx、.xlsx，或转为 PDF。");
    }

    static EvidenceRefused oldOffice() {
        return unsupported("这是旧版 Office、WPS 文件或设有密码的文件，请取消密码，另存为 .docx、.xlsx，或转为 PDF 后上传。");
    }

    static EvidenceRefused picture() {
        return unsupported("不接收这种格式的图片，请转为 JPG 或 PNG 后上传。");
    }

    static EvidenceRefused video() {
        return unsupported("不接收音频、视频，请截图或写成文字说明后上传。");
    }

    private static EvidenceRefused unsupported(String words) {
        return new EvidenceRefused(Kind.UNSUPPORTED, "unsupported-file", words);
    }

    private static String words(DataSize size) {
        return size.toMegabytes() > 0 ? size.toMegabytes() + " MB" : size.toKilobytes() + " KB";
    }
}
