/** PostgreSQL 18 from Maven artifacts, with a password and a data folder of its own. */
@NullMarked
package org.duban.local.postgres;

import org.jspecify.annotations.NullMarked;
