@NullMarked
package org.duban.kit.offending.web;

import org.jspecify.annotations.NullMarked;
