package org.duban.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** One bucket per caller, in this instance. */
@Component
public class RateLimits {

    private final LimitSettings settings;
    private final Cache<String, Bucket> callers = cache();
    private final Cache<String, Bucket> tokenAddresses = cache();

    RateLimits(LimitSettings settings) {
        this.settings = settings;
    }

    /** @return how long to wait when nothing is left */
    public Optional<Duration> take(String caller) {
        return take(callers.get(caller, it -> bucket(settings.perSecond(), settings.burst())));
    }

    /** As {@link #take}, for requests for a token from an address. */
    public Optional<Duration> takeToken(String address) {
        return take(tokenAddresses.get(address, it -> bucket(settings.tokensPerSecond(), settings.tokensBurst())));
    }

    private static Optional<Duration> take(Bucket bucket) {
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private static Bucket bucket(int perSecond, int burst) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }

    private static Cache<String, Bucket> cache() {
        return Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(Duration.ofMinutes(10))
                .build();
    }
}
