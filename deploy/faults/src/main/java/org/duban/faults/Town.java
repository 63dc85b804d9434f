package org.duban.faults;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** PostgreSQL, Kafka, a mail server and the four services on a data folder of their own. */
final class Town implements Closeable {

    private final Wires wires = new Wires();
    private final MailServer mail = new MailServer(TownPorts.next());
    private final Databases databases;
    private final Messages messages;
    private final TownClock clock;
    private final Services services;

    private final TownFolder folder;
    // Whatever ends the run ends its processes.
    private final Thread ending = new Thread(this::end);

    /** @param without the safeguard that is left out */
    Town(Apps apps, Path data, @Nullable String without) {
        folder = new TownFolder(data);
        databases = new Databases(folder.of("postgres"), folder.daemon("postgres"));
        messages = new Messages(folder.of("kafka"), folder.daemon("kafka"));
        clock = new TownClock(folder.of("clock"));
        Map<String, String> surroundings = new LinkedHashMap<>();
        surroundings.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", messages.servers());
        surroundings.put("SPRING_MAIL_HOST", "127.0.0.1");
        surroundings.put("SPRING_MAIL_PORT", String.valueOf(mail.port()));
        // Not the minute after which another instance sends the mails of one that died.
        surroundings.put("DUBAN_DIGEST_LEASE", "30s");
        surroundings.put("DUBAN_CLOCK_FILE", clock.file().toString());
        if (without != null) {
            surroundings.put("DUBAN_REHEARSAL_WITHOUT", without);
        }
        services = new Services(apps, folder, wires, databases.port(), surroundings);
        Runtime.getRuntime().addShutdownHook(ending);
    }

    void start() {
        InParallel.run(List.of(() -> databases.make(Services.ALL), messages::ensure));
        services.start();
    }

    /** Ends every fault that may still last, and waits until all is well. */
    void heal() {
        wires.mend();
        mail.become(MailServer.Mood.WELL);
        databases.disk().free();
        InParallel.run(List.of(databases::ensure, messages::ensure));
        services.release();
        services.start();
    }

    String door() {
        return services.door();
    }

    Wires wires() {
        return wires;
    }

    MailServer mail() {
        return mail;
    }

    Databases databases() {
        return databases;
    }

    Messages messages() {
        return messages;
    }

    TownClock clock() {
        return clock;
    }

    Services services() {
        return services;
    }

    @Override
    public void close() {
        end();
        Runtime.getRuntime().removeShutdownHook(ending);
    }

    private void end() {
        services.end();
        messages.end();
        databases.end();
        wires.close();
        mail.close();
    }

    /** Removes what no one will look at. */
    void remove() throws IOException {
        databases.disk().close();
        folder.delete();
    }
}
