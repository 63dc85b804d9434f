package org.duban.task.plan.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import org.junit.jupiter.api.Test;

class DatesTest {
    @Test
    void theQuickSearchFindsWhatThePatternFinds() throws Exception {
        var tuned = Path.of(Objects.requireNonNull(DatesTest.class.getResource("/plans/tuned"))
                .toURI());
        try (var files = Files.list(tuned)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".txt")).toList()) {
                for (var line : Files.readAllLines(file)) {
                    assertThat(quick(line)).as(line).isEqualTo(found(line));
                }
            }
        }
    }

    private static List<String> found(String line) {
        return Dates.DATE
                .matcher(line)
                .results()
                .filter(date -> date.end() > date.start())
                .map(DatesTest::at)
                .toList();
    }

    private static List<String> quick(String line) {
        var matcher = Dates.matcher(line);
        var found = new ArrayList<String>();
        while (Dates.next(matcher, line)) {
            found.add(at(matcher));
        }
        return found;
    }

    private static String at(MatchResult date) {
        return date.start() + " " + date.group();
    }
}
