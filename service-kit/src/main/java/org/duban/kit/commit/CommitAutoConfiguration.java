package org.duban.kit.commit;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.TransactionExecutionListener;

/** Spring Boot hands the listener to the transaction managers that it makes. */
@AutoConfiguration
public class CommitAutoConfiguration {

    @Bean
    TransactionExecutionListener lastActs() {
        return new LastActs();
    }
}
