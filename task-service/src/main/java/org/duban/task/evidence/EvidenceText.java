package org.duban.task.evidence;

/** @param cut true where the document goes on */
public record EvidenceText(String text, boolean cut) {}
