package org.duban.task.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file as an answer. */
public final class Attachment {
    private Attachment() {}

    /** @param name with its ending; Chinese is well */
    public static ResponseEntity<byte[]> of(String mediaType, String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mediaType))
                .header(HttpHeaders.CONTENT_DISPOSITION, named(name))
                .body(content);
    }

    /** The header {@code Content-Disposition} of a file that is written as it is made. */
    public static String named(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
