package org.duban.kit.test;

import java.time.Clock;
import java.util.List;
import org.duban.kit.security.SecurityAutoConfiguration;
import org.duban.kit.time.DayTurn;
import org.duban.kit.time.Tick;
import org.duban.kit.time.TimeAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Stands in for the clock and the issuer within a {@link ServiceTest}. */
@AutoConfiguration(before = {TimeAutoConfiguration.class, SecurityAutoConfiguration.class})
@ConditionalOnProperty("duban.test")
public class TestAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(Clock.class)
    TestClock clock() {
        return new TestClock();
    }

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder jwtDecoder() {
        return Tokens.decoder();
    }

    @Bean
    DayTurns dayTurns(
            Clock clock,
            PlatformTransactionManager transactions,
            ObjectProvider<DayTurn> dayTurns,
            ObjectProvider<Tick> ticks) {
        List<DayTurn> turns = dayTurns.orderedStream().toList();
        return new DayTurns(
                clock,
                new TransactionTemplate(transactions),
                turns,
                ticks.orderedStream().toList());
    }
}
