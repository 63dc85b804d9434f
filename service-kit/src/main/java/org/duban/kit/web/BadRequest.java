package org.duban.kit.web;

import java.util.List;

/** A request that cannot be understood: 400. */
public final class BadRequest extends RuntimeException {

    private final transient List<FieldError> errors;

    /**
     * @param pointer name of the parameter, or JSON pointer into the body
     * @param words Chinese
     */
    public BadRequest(String pointer, String words) {
        super(words);
        this.errors = List.of(new FieldError(pointer, words));
    }

    List<FieldError> errors() {
        return errors;
    }
}
