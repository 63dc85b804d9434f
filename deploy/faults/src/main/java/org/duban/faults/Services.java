package org.duban.faults;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The four services as processes, and second instances that come and go. The services reach their databases, the gateway
 * reaches task-service, and the world reaches the gateway over wires that can be disturbed.
 */
final class Services {

    static final List<String> ALL = List.of("task-service", "meeting-service", "notification-service", "gateway");
    static final String ADMIN_PASSWORD = "faults-Admin-2026";

    private static final Duration LONGEST_ARRIVAL = Duration.ofSeconds(45);

    private final Apps apps;
    private final TownFolder folder;
    private final Wires wires;
    private final Map<String, Integer> ports = new HashMap<>();
    private final Map<String, String> surroundings;
    private final int door;
    private final Map<String, Instance> instances = new LinkedHashMap<>();
    private final List<Instance> extras = new ArrayList<>();

    /** @param surroundings of every service, by the name of the environment variable */
    Services(Apps apps, TownFolder folder, Wires wires, int databases, Map<String, String> surroundings) {
        this.apps = apps;
        this.folder = folder;
        this.wires = wires;
        this.surroundings = surroundings;
        for (String service : ALL) {
            ports.put(service, TownPorts.next());
            wires.add("postgres of " + service, databases);
        }
        door = wires.add("door", port("gateway"));
        wires.add("task-service", port("task-service"));
        ALL.forEach(service -> instances.put(service, instance(service, service, port(service))));
    }

    private int port(String service) {
        return Objects.requireNonNull(ports.get(service), service);
    }

    String door() {
        return "http://localhost:" + door;
    }

    Instance get(String name) {
        return Objects.requireNonNull(instances.get(name), name);
    }

    /** Starts what does not run and returns when all are healthy. */
    void start() {
        InParallel.run(instances.values().stream()
                .<Runnable>map(instance -> () -> {
                    instance.start();
                    instance.awaitHealthy();
                })
                .toList());
    }

    /** A second instance of a service comes to share its work; where something keeps it from that for long, it still comes. */
    void join(String service) {
        Instance second = added(service);
        second.start();
        Pause.until(second::isHealthy, LONGEST_ARRIVAL);
    }

    private synchronized Instance added(String service) {
        Instance second = instance(service + "-" + (extras.size() + 2), service, TownPorts.next());
        extras.add(second);
        return second;
    }

    /** Kills the second instances of a service. */
    synchronized void dismiss(String service) {
        extras.stream().filter(extra -> extra.service().equals(service)).forEach(Instance::kill);
    }

    /** Ends what faults have done to them: nobody stays stopped, armed or doubled. */
    synchronized void release() {
        extras.forEach(Instance::kill);
        for (Instance instance : instances.values()) {
            instance.signal("CONT");
            Fault.POINTS.forEach(instance::disarm);
        }
    }

    /** Lets them end by themselves. */
    void stop(Duration grace) {
        InParallel.run(instances.values().stream()
                .<Runnable>map(instance -> () -> instance.stop(grace))
                .toList());
    }

    /** For good. */
    synchronized void end() {
        extras.forEach(Instance::end);
        instances.values().forEach(Instance::end);
    }

    private Instance instance(String name, String service, int port) {
        int management = TownPorts.next();
        Path rehearsal = folder.rehearsal(name);
        String database = Databases.name(service);
        Map<String, String> environment = new LinkedHashMap<>(surroundings);
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SERVER_PORT", String.valueOf(port));
        environment.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        environment.put("MANAGEMENT_SERVER_PORT", String.valueOf(management));
        environment.put(
                "SPRING_DATASOURCE_URL",
                "jdbc:postgresql://127.0.0.1:"
                        + wires.get("postgres of " + service).port() + "/" + database);
        environment.put("SPRING_DATASOURCE_USERNAME", database);
        environment.put("SPRING_DATASOURCE_PASSWORD", Databases.PASSWORD);
        environment.put("DUBAN_SECURITY_ISSUER", "http://localhost:" + port("gateway"));
        environment.put("DUBAN_SECURITY_JWK_SET_URI", "http://127.0.0.1:" + port("gateway") + "/oauth2/jwks");
        environment.put("DUBAN_REHEARSAL", rehearsal.toString());
        int megabytes = 320;
        switch (service) {
            case "notification-service" -> environment.put("DUBAN_PAGE_ADDRESS", door());
            case "gateway" -> {
                environment.put(
                        "DUBAN_ROUTES_TASK",
                        "http://127.0.0.1:" + wires.get("task-service").port());
                environment.put("DUBAN_ROUTES_MEETING", "http://127.0.0.1:" + port("meeting-service"));
                environment.put("DUBAN_ROUTES_NOTIFICATION", "http://127.0.0.1:" + port("notification-service"));
                environment.put("DUBAN_ADMIN_USERNAME", "admin");
                environment.put("DUBAN_ADMIN_PASSWORD", ADMIN_PASSWORD);
                environment.put("DUBAN_ADMIN_MUST_CHANGE", "false");
            }
            default -> megabytes = 448;
        }
        return new Instance(
                service,
                folder.daemon(name),
                apps.command(service, megabytes),
                environment,
                rehearsal,
                URI.create("http://127.0.0.1:" + management + "/actuator/health"));
    }
}
