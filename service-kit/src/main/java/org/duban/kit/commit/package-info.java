/** What a transaction writes as its last act. */
@NullMarked
package org.duban.kit.commit;

import org.jspecify.annotations.NullMarked;
