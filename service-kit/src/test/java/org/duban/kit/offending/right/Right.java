package org.duban.kit.offending.right;

import org.duban.kit.offending.left.Left;
import org.duban.kit.offending.web.Page;
import org.jspecify.annotations.Nullable;

/** The other half, which knows a page besides. */
public record Right(@Nullable Left left, Page page) {}
