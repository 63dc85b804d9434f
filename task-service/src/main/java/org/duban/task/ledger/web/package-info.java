/** The ledger over HTTP. */
@NullMarked
package org.duban.task.ledger.web;

import org.jspecify.annotations.NullMarked;
