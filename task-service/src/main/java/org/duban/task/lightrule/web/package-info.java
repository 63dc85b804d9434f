/** Rules of lights over HTTP. */
@NullMarked
package org.duban.task.lightrule.web;

import org.jspecify.annotations.NullMarked;
