/** The infrastructure of tests in containers, where a Docker engine answers. */
@NullMarked
package org.duban.local.container;

import org.jspecify.annotations.NullMarked;
