package org.duban.journeys;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A city of March 2026 with its health commission and nothing else, started once for the stories that leave its clock alone. */
final class EmptyCity implements AutoCloseable {

    private final Launched running = Launched.start("--empty", "--at", "2026-03-13T09:00");
    private final City city = new City(running);
    private final Map<String, String> units = new HashMap<>();
    private @Nullable Caller supervisor;

    Launched running() {
        return running;
    }

    City city() {
        return city;
    }

    /** @return the id of the city's unit of that short name, as {@code 市财政局}, registered when it is not */
    String unit(String shortName) {
        return units.computeIfAbsent(
                shortName,
                name -> city.registerCityUnit("云江市" + name.substring(1), name)
                        .get("id")
                        .asString());
    }

    Caller supervisor() {
        if (supervisor == null) {
            supervisor = city.official(unit("市卫生健康委"), "督导科科长", "SUPERVISOR", "周明远", "supervisor");
        }
        return supervisor;
    }

    @Override
    public void close() {
        running.close();
    }

    /** Hands the one city to whoever asks; it ends with the last test. */
    static final class Shared implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == EmptyCity.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(EmptyCity.class))
                    .computeIfAbsent(EmptyCity.class, key -> new EmptyCity(), EmptyCity.class);
        }
    }
}
