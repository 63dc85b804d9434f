@NullMarked
package org.duban.task.evidence.web;

import org.jspecify.annotations.NullMarked;
