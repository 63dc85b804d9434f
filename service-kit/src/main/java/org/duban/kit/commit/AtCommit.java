package org.duban.kit.commit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Collects over a transaction what is written as its last act, after everything that listens for its commit, so that locks are
 * held for a moment only. A writing that fails undoes the transaction.
 */
public final class AtCommit<T> {

    private final int order;
    private final Consumer<List<T>> writing;
    private final Runnable committed;

    /**
     * @param order of two that write in one transaction, the lower is first
     * @param committed called once what was written has been committed
     */
    public AtCommit(int order, Consumer<List<T>> writing, Runnable committed) {
        this.order = order;
        this.writing = writing;
        this.committed = committed;
    }

    /** @throws IllegalStateException without an active transaction, and where the transaction has had its last act */
    public void add(T item) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("belongs into the transaction that makes it true: " + item);
        }
        pending(item).items.add(item);
    }

    private Pending<T> pending(T item) {
        Pending<T> known = null;
        for (TransactionSynchronization each : TransactionSynchronizationManager.getSynchronizations()) {
            if (each instanceof LastActs.Had) {
                throw new IllegalStateException("too late, the transaction has been written to its end: " + item);
            }
            if (each instanceof Pending<?> pending && pending.of == this) {
                known = pending.of(this);
            }
        }
        if (known == null) {
            known = new Pending<>(this);
            TransactionSynchronizationManager.registerSynchronization(known);
        }
        return known;
    }

    static final class Pending<T> implements TransactionSynchronization, Ordered {

        private final AtCommit<T> of;
        private final List<T> items = new ArrayList<>();
        private boolean written;

        Pending(AtCommit<T> of) {
            this.of = of;
        }

        @SuppressWarnings("unchecked")
        private <S> Pending<S> of(AtCommit<S> same) {
            return (Pending<S>) this;
        }

        @Override
        public int getOrder() {
            return of.order;
        }

        void write() {
            of.writing.accept(items);
            written = true;
        }

        @Override
        public void afterCommit() {
            if (!written) {
                // A transaction manager that Spring Boot did not make has not been told of LastActs.
                throw new IllegalStateException("committed without being written: " + items);
            }
            of.committed.run();
        }
    }
}
