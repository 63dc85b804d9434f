package org.duban.kit.inbox;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Which faults pass by themselves. */
final class Faults {

    // Connection lost, transaction lost to another, out of resources, shut down or told to stop.
    private static final Set<String> PASSING_STATES = Set.of("08", "40", "53", "57", "58");

    private Faults() {}

    static boolean passing(Throwable fault) {
        for (Throwable cause : (Iterable<Throwable>) () -> new Causes(fault)) {
            if (cause instanceof TransientDataAccessException
                    || cause instanceof RecoverableDataAccessException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof CannotCreateTransactionException
                    || cause instanceof SQLTransientException
                    || cause instanceof SQLRecoverableException
                    || (cause instanceof SQLException sql && passingState(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean passingState(@Nullable String state) {
        return state != null && state.length() == 5 && PASSING_STATES.contains(state.substring(0, 2));
    }

    private static final class Causes implements java.util.Iterator<Throwable> {

        private @Nullable Throwable next;

        Causes(Throwable first) {
            this.next = first;
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Throwable next() {
            Throwable current = next;
            if (current == null) {
                throw new java.util.NoSuchElementException();
            }
            next = current.getCause() == current ? null : current.getCause();
            return current;
        }
    }
}
