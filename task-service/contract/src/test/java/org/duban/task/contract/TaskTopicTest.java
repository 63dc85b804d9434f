package org.duban.task.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TaskTopicTest {

    @Test
    void everyEventOfTheTopicHasAName() {
        Set<Class<?>> events = Stream.of(TaskTopic.class.getPermittedSubclasses())
                .flatMap(kind -> Stream.of(kind.getPermittedSubclasses()))
                .collect(Collectors.toSet());
        assertThat(new HashSet<Class<?>>(TaskTopic.types().values())).isEqualTo(events);
    }
}
