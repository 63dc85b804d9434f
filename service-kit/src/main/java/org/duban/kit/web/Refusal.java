package org.duban.kit.web;

import java.util.List;

/**
 * A domain's no, said in words for the person who asked. It knows no HTTP: the web layer turns its kind into a status, its code
 * into the problem's type {@code urn:duban:problem:<code>} and its message into the detail.
 */
public abstract class Refusal extends RuntimeException {

    /** Why it was refused. */
    public enum Kind {
        /** There is no such thing, or not for this caller. */
        NOT_FOUND,
        /** Not by this caller. */
        FORBIDDEN,
        /** Not in this state. */
        CONFLICT,
        /** Understood, but the content cannot be accepted. */
        INVALID,
        /** Decided on an outdated version. */
        STALE,
        TOO_LARGE,
        /** A kind of content that is not taken. */
        UNSUPPORTED
    }

    private final Kind kind;
    private final String code;
    private final transient List<FieldError> errors;

    /**
     * @param code stable, kebab-case
     * @param message Chinese, complete, for an official's eyes
     */
    protected Refusal(Kind kind, String code, String message) {
        this(kind, code, message, List.of());
    }

    protected Refusal(Kind kind, String code, String message, List<FieldError> errors) {
        super(message);
        this.kind = kind;
        this.code = code;
        this.errors = List.copyOf(errors);
    }

    public final Kind kind() {
        return kind;
    }

    public final String code() {
        return code;
    }

    /** The Chinese words; becomes the problem's {@code detail}. */
    public final String words() {
        String message = getMessage();
        return message == null ? code : message;
    }

    public final List<FieldError> errors() {
        return errors;
    }
}
