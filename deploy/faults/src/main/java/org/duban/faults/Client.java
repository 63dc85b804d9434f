package org.duban.faults;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.duban.faults.Caller.Answer;
import org.duban.faults.Caller.Body;
import org.duban.faults.Intent.Outcome;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A client as it should be: the same key until there is an answer, and a note of what it was told. */
final class Client {

    private final Caller caller;
    private final Journal journal;
    private final SplittableRandom random;
    private volatile Instant patience;

    /** @param patience until when it goes on asking */
    Client(Caller caller, Journal journal, SplittableRandom random, Instant patience) {
        this.caller = caller.inHaste();
        this.journal = journal;
        this.random = random;
        this.patience = patience;
    }

    SplittableRandom random() {
        return random;
    }

    /** Empty where nobody answered in time, or the answer was no. */
    Optional<Answer> read(String path) {
        while (Instant.now().isBefore(patience)) {
            try {
                Answer answer = caller.get(path);
                if (answer.succeeded()) {
                    return Optional.of(answer);
                }
                if (isFinal(answer)) {
                    return Optional.empty();
                }
            } catch (IOException again) {
                // the next try
            }
            pause();
        }
        return Optional.empty();
    }

    List<JsonNode> items(String path) {
        List<JsonNode> items = new ArrayList<>();
        read(path + (path.contains("?") ? "&" : "?") + "limit=20")
                .ifPresent(answer -> answer.json().get("items").forEach(items::add));
        return items;
    }

    /** Reads what is to be changed for its version, then changes it. */
    Optional<Answer> change(String action, String subject, String resource, String method, String path, Object body) {
        return read(resource)
                .flatMap(present -> insist(action, subject, method, path, present.etag(), Body.json(body)));
    }

    /** Asks with one key until there is an answer that settles it; now and then asks again as if it had been lost. */
    Optional<Answer> insist(
            String action, String subject, String method, String path, @Nullable String etag, Body body) {
        String key = new UUID(random.nextLong(), random.nextLong()).toString();
        boolean losesTheAnswer = random.nextInt(4) == 0;
        Instant from = Instant.now();
        Answer answer = until(method, path, etag, key, body);
        Instant until = Instant.now();
        if (answer == null) {
            journal.add(new Intent(action, subject, Outcome.UNCERTAIN, from, until, ""));
            return Optional.empty();
        }
        Outcome outcome = answer.succeeded() ? Outcome.ACKNOWLEDGED : Outcome.REFUSED;
        journal.add(new Intent(action, subject, outcome, from, until, answer.shortly()));
        if (outcome == Outcome.REFUSED) {
            return Optional.empty();
        }
        if (losesTheAnswer) {
            Answer again = until(method, path, etag, key, body);
            if (again != null
                    && !(again.status() == answer.status() && again.text().equals(answer.text()))) {
                journal.contradiction(
                        method + " " + path + " was answered " + answer.shortly() + " and then " + again.shortly());
            }
        }
        return Optional.of(answer);
    }

    private @Nullable Answer until(String method, String path, @Nullable String etag, String key, Body body) {
        while (Instant.now().isBefore(patience)) {
            try {
                Answer answer = caller.call(method, path, etag, key, body);
                if (answer.succeeded() || isFinal(answer)) {
                    return answer;
                }
            } catch (IOException again) {
                // the same key once more
            }
            pause();
        }
        return null;
    }

    // What a gateway without its services says settles nothing, nor does one that asks to wait.
    private static boolean isFinal(Answer answer) {
        int status = answer.status();
        boolean underWay = status == 409 && answer.text().contains("request-under-way");
        return status >= 400 && status < 500 && status != 401 && status != 408 && status != 429 && !underWay;
    }

    private void pause() {
        try {
            Thread.sleep(150 + random.nextInt(350));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            patience = Instant.MIN;
        }
    }
}
