package org.duban.kit.time;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** The business clock in China's zone, and the turning of its days. */
@AutoConfiguration
@EnableConfigurationProperties(TimeSettings.class)
public class TimeAutoConfiguration {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Bean
    @ConditionalOnMissingBean
    Clock clock(TimeSettings settings) {
        Clock real = Clock.system(ZONE);
        return settings.file() == null ? real : new OffsetFileClock(settings.file(), real);
    }

    @Bean
    @ConditionalOnProperty(name = "duban.clock.turns", matchIfMissing = true)
    Turns clockTurns(
            Clock clock,
            ObjectProvider<PlatformTransactionManager> transactions,
            ObjectProvider<DayTurn> dayTurns,
            ObjectProvider<Tick> ticks,
            TimeSettings settings) {
        PlatformTransactionManager manager = transactions.getIfAvailable();
        return new Turns(
                clock,
                manager == null ? TransactionOperations.withoutTransaction() : new TransactionTemplate(manager),
                dayTurns.orderedStream().toList(),
                ticks.orderedStream().toList(),
                settings.pace());
    }
}
