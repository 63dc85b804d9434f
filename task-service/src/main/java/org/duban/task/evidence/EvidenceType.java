package org.duban.task.evidence;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is taken, by what a file holds. */
@Schema(name = "EvidenceType")
public enum EvidenceType {
    PDF("application/pdf", true, "pdf"),
    JPEG("image/jpeg", true, "jpg", "jpeg"),
    PNG("image/png", true, "png"),
    WORD("application/vnd.openxmlformats-officedocument.wordprocessingml.document", false, "docx"),
    EXCEL("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false, "xlsx"),
    OFD("application/ofd", false, "ofd");

    private final String mediaType;
    private final boolean shown;
    private final List<String> endings;

    EvidenceType(String mediaType, boolean shown, String... endings) {
        this.mediaType = mediaType;
        this.shown = shown;
        this.endings = List.of(endings);
    }

    public String mediaType() {
        return mediaType;
    }

    /** Whether a browser shows it as it is. */
    public boolean shown() {
        return shown;
    }

    public List<String> endings() {
        return endings;
    }

    /** All endings there are, as {@code .pdf}. */
    static List<String> allEndings() {
        return Arrays.stream(values())
                .flatMap(type -> type.endings.stream())
                .map(ending -> "." + ending)
                .toList();
    }

    /** The name under which it opens as what it is, whatever it was called. */
    String named(String name) {
        int dot = name.lastIndexOf('.');
        var ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        if (endings.contains(ending)) {
            return name;
        }
        var stem = dot > 0 && ending.matches("[a-z0-9]{1,8}") ? name.substring(0, dot) : name;
        return stem + "." + endings.getFirst();
    }
}
