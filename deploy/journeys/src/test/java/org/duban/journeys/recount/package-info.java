/**
 * What the events of a ledger come to, counted anew: events in, figures out. The rules are those of behaviours.md, said here once
 * more from the words of an official; nothing of a service is asked.
 */
@NullMarked
package org.duban.journeys.recount;

import org.jspecify.annotations.NullMarked;
