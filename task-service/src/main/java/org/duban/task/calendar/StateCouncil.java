package org.duban.task.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the arrangements that come with the service; a newly published year is one more file in {@code calendar/}. */
@Configuration(proxyBeanMethods = false)
class StateCouncil {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private record File(int year, List<LocalDate> holidays, List<LocalDate> makeUpDays) {}

    @Bean
    WorkingDays workingDays() {
        return published();
    }

    static WorkingDays published() {
        try {
            return new WorkingDays(
                    Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:calendar/*.json"))
                            .map(StateCouncil::read)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Arrangement read(Resource resource) {
        try (var in = resource.getInputStream()) {
            var file = JSON.readValue(in, File.class);
            return new Arrangement(file.year(), false, Set.copyOf(file.holidays()), Set.copyOf(file.makeUpDays()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
