package org.duban.gateway.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Counts attempts to sign in; a success gives its own back and clears those of its username. */
@Component
class Throttle {

    private record Door(String username, String address) {}

    private final SignInSettings settings;
    private final Cache<Door, Bucket> doors;
    private final Cache<String, Bucket> addresses;

    Throttle(SignInSettings settings) {
        this.settings = settings;
        this.doors = cache(settings.period());
        this.addresses = cache(settings.period());
    }

    /**
     * Takes one attempt, before the password is looked at: a burst of parallel guesses must not all pass the same look.
     *
     * @return how long to wait when none is left
     */
    Optional<Duration> attempt(String username, String address) {
        var byDoor = door(username, address).tryConsumeAndReturnRemaining(1);
        var byAddress = address(address).tryConsumeAndReturnRemaining(1);
        if (byDoor.isConsumed() && byAddress.isConsumed()) {
            return Optional.empty();
        }
        return Optional.of(
                Duration.ofNanos(Math.max(byDoor.getNanosToWaitForRefill(), byAddress.getNanosToWaitForRefill())));
    }

    void succeeded(String username, String address) {
        doors.invalidate(new Door(username(username), address));
        address(address).addTokens(1);
    }

    private Bucket door(String username, String address) {
        return doors.get(new Door(username(username), address), door -> bucket(settings.attempts()));
    }

    private Bucket address(String address) {
        return addresses.get(address, it -> bucket(settings.attemptsPerAddress()));
    }

    private Bucket bucket(int attempts) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(attempts).refillGreedy(attempts, settings.period()))
                .build();
    }

    private static String username(String username) {
        return username.toLowerCase(Locale.ROOT);
    }

    private static <K> Cache<K, Bucket> cache(Duration period) {
        return Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(period.multipliedBy(2))
                .build();
    }
}
