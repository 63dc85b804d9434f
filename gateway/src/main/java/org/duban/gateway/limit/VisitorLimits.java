package org.duban.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Buckets of an address from which somebody asks without signing in, in this instance. */
@Component
public class VisitorLimits {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final VisitorSettings settings;
    private final Cache<String, Bucket> requests = cache(MINUTE);
    private final Cache<String, Bucket> filings = cache(HOUR);
    private final Cache<String, Bucket> codes = cache(HOUR);

    VisitorLimits(VisitorSettings settings) {
        this.settings = settings;
    }

    public long largestBody() {
        return settings.body().toBytes();
    }

    /** @return how long to wait when nothing is left */
    public Optional<Duration> request(String address) {
        return take(requests.get(address, it -> bucket(settings.perMinute(), MINUTE)));
    }

    public Optional<Duration> filing(String address) {
        return take(filings.get(address, it -> bucket(settings.filingsPerHour(), HOUR)));
    }

    /** Takes one guess before the code is looked at, so that parallel guesses do not all pass the same look. */
    public Optional<Duration> code(String address) {
        return take(codes(address));
    }

    /** It was no guess: the code was right. */
    public void codeWasRight(String address) {
        codes(address).addTokens(1);
    }

    private Bucket codes(String address) {
        return codes.get(address, it -> bucket(settings.wrongCodesPerHour(), HOUR));
    }

    private static Optional<Duration> take(Bucket bucket) {
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private static Bucket bucket(int most, Duration period) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, period))
                .build();
    }

    private static Cache<String, Bucket> cache(Duration period) {
        return Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(period.multipliedBy(2))
                .build();
    }
}
