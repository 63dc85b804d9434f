package org.duban.kit.offending.unmarked;

/** In a package that says nothing about null. */
public record Unmarked(String words) {}
