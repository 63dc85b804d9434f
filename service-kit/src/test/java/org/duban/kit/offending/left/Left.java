package org.duban.kit.offending.left;

import org.duban.kit.offending.right.Right;

/** One half of a circle. */
public record Left(Right right) {}
