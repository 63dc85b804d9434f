/** What every HTTP interface has alike: problem details, entity tags, pages, retries. */
@NullMarked
package org.duban.kit.web;

import org.jspecify.annotations.NullMarked;
