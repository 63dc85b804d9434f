package org.duban.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogLineTests {

    @Test
    void jsonBecomesALineForPeople() {
        String line = """
                {"@timestamp":"2026-11-21T21:15:11Z","message":"Port \\"8080\\" is taken","logger_name":"org.duban.task.TaskService","level":"ERROR"}""";

        assertThat(LogLine.readable(line))
                .isEqualTo("2026-11-21T21:15:11Z Port \"8080\" is taken (TaskService) [ERROR]");
    }

    @Test
    void otherLinesStayAsTheyAre() {
        assertThat(LogLine.readable("LOG:  database system is ready")).isEqualTo("LOG:  database system is ready");
    }
}
