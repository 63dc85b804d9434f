package org.duban.kit.commit;

import java.util.Comparator;
import java.util.List;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets each transaction write what was collected in it. A synchronization could not: one that is registered while others hear of
 * the commit hears nothing itself.
 */
final class LastActs implements TransactionExecutionListener {

    /** Marks a transaction that has had its last act. */
    static final class Had implements TransactionSynchronization {}

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        // A savepoint is no end.
        if (!transaction.isNewTransaction() || !TransactionSynchronizationManager.isSynchronizationActive()) {
            return;
        }
        List<AtCommit.Pending<?>> pending = TransactionSynchronizationManager.getSynchronizations().stream()
                .<AtCommit.Pending<?>>mapMulti((each, found) -> {
                    if (each instanceof AtCommit.Pending<?> it) {
                        found.accept(it);
                    }
                })
                .sorted(Comparator.comparingInt(AtCommit.Pending::getOrder))
                .toList();
        TransactionSynchronizationManager.registerSynchronization(new Had());
        pending.forEach(AtCommit.Pending::write);
    }
}
