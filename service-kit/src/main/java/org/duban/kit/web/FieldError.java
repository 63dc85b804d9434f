package org.duban.kit.web;

/**
 * What is wrong with one part of a request.
 *
 * @param pointer JSON pointer into the body, as {@code /indicators/0/value}; a query parameter's name otherwise
 * @param detail Chinese
 */
public record FieldError(String pointer, String detail) {}
