package org.duban.task.plan.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * The grammar by tables of examples under {@code resources/notations}: a row is one way in which offices write, and what it says.
 * Whoever teaches the grammar a new notation writes its row first. {@code \n} stands for a new line.
 */
class NotationTablesTest {
    private static final PlanReader READER = new PlanReader();
    private static final String FRONT = """
            云江市人民政府办公室关于印发云江市养老服务提升实施方案的通知

            各县（区）人民政府：

            现印发给你们，请认真执行。

            云江市人民政府办公室
            2024年3月5日

            二、重点任务
            """;
    private static final String TASK = "（一）改造敬老院。完善设施，提升能力。";

    @ParameterizedTest
    @CsvFileSource(resources = "/notations/units.txt", delimiter = '|')
    void units(String words, @Nullable String leads, @Nullable String cooperators, @Nullable String many) {
        assertUnits(tasks(TASK + words), leads, cooperators, many);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/notations/rules.txt", delimiter = '|')
    void rules(String words, @Nullable String leads, @Nullable String cooperators, @Nullable String many) {
        assertUnits(tasks(words), leads, cooperators, many);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/notations/minutes.txt", delimiter = '|')
    void minutes(String words, @Nullable String leads, @Nullable String cooperators, @Nullable String many) {
        var tasks = READER.read("云江市养老服务联席会议纪要\n2024年4月8日召开会议，议定如下：\n一、" + words + "\n")
                .tasks();
        assertUnits(tasks, leads, cooperators, many);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/notations/members.txt", delimiter = '|')
    void members(String words, @Nullable String members) {
        var reading = rules("一、组织机构\\n" + words + "\\n二、会议制度\\n每季度召开会议。");
        assertThat(reading.members()).isEqualTo(names(members));
    }

    /** Of 县教育局, 县公安局, 县财政局 in this order. */
    @ParameterizedTest
    @CsvFileSource(resources = "/notations/duties.txt", delimiter = '|')
    void duties(String words, @Nullable String starts) {
        var reading = rules(words + "\\n九、会议制度\\n每季度召开会议。");
        assertThat(reading.duties()).extracting(Reading.Duty::unit).containsExactly("县教育局", "县公安局", "县财政局");
        assertThat(reading.duties()).extracting(Reading.Duty::startsWith).isEqualTo(names(starts));
        assertThat(reading.tasks()).isEmpty();
    }

    private static Reading rules(String words) {
        return READER.read("云山县养老服务工作联席会议制度\n\n" + words.replace("\\n", "\n") + "\n");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/notations/days.txt", delimiter = '|')
    void days(String words, @Nullable String day) {
        var due = tasks(TASK + words + "（责任单位：市民政局）").getFirst().dueOn();
        assertThat(due == null ? null : due.toString()).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/notations/indicators.txt", delimiter = '|')
    void indicators(String words, @Nullable String expected) {
        var found = tasks(TASK + words + "。（责任单位：市民政局）").getFirst().indicators().stream()
                .map(NotationTablesTest::shown)
                .collect(Collectors.joining(";"));
        assertThat(found).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/notations/layouts.txt", delimiter = '|')
    void layouts(String words, String expected) {
        var found = tasks(words).stream()
                .map(task -> task.startsWith() + "=" + String.join(" ", task.leads()) + shown("+", task.cooperators())
                        + shown("*", task.wildcards()) + (task.dueOn() == null ? "" : "@" + task.dueOn()))
                .collect(Collectors.joining(";"));
        assertThat(found).isEqualTo(expected);
    }

    private static String shown(String sign, List<String> names) {
        return names.isEmpty() ? "" : sign + String.join(" ", names);
    }

    private static List<Reading.Task> tasks(String words) {
        return READER.read(FRONT + words.replace("\\n", "\n").replace("\\t", "\t"))
                .tasks();
    }

    private static void assertUnits(
            List<Reading.Task> tasks, @Nullable String leads, @Nullable String cooperators, @Nullable String many) {
        assertThat(tasks).singleElement().satisfies(task -> {
            assertThat(task.leads()).isEqualTo(names(leads));
            assertThat(task.cooperators()).isEqualTo(names(cooperators));
            assertThat(task.wildcards()).isEqualTo(names(many));
        });
    }

    private static String shown(Reading.Indicator indicator) {
        var upper = indicator.upper();
        return Stream.of(
                        indicator.operator().symbol(),
                        indicator.value().toPlainString(),
                        upper == null ? "" : upper.toPlainString(),
                        indicator.measure())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static List<String> names(@Nullable String words) {
        return words == null ? List.of() : List.of(words.split(" "));
    }
}
