package org.duban.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTests {

    @TempDir
    Path code;

    @Test
    void understandsBothWaysOfWritingAnOption() {
        Arguments arguments = Arguments.parse(
                List.of("start", "--empty", "--at", "2023-03-13T09:00", "--port=9090", "--data", "/somewhere/./else"));

        assertThat(arguments)
                .isEqualTo(new Arguments(
                        Arguments.Command.START,
                        Path.of("/somewhere/else"),
                        9090,
                        LocalDateTime.of(2023, 3, 13, 9, 0),
                        true,
                        false,
                        false,
                        null));
    }

    @ParameterizedTest
    @CsvSource({
        "begin, 不认识的命令",
        "start --port, 后面缺少值",
        "start --port 8o8o, --port 要",
        "start --port 70000, --port 要",
        "start --at tomorrow, --at 的写法",
        "start --prot 9090, 不认识的参数",
        "stop --empty, 只用于 start"
    })
    void whatCannotBeUnderstoodIsToldInOneLine(String words, String line) {
        ByteArrayOutputStream told = new ByteArrayOutputStream();

        int status = Duban.run(
                List.of(words.split(" ")),
                code,
                new PrintStream(PrintStream.nullOutputStream()),
                new PrintStream(told, true, StandardCharsets.UTF_8));

        assertThat(status).isEqualTo(2);
        assertThat(told.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .contains(line);
    }

    @Test
    void resetWithoutAnAnswerRemovesNothing() {
        DataFolder data = new DataFolder(code.resolve(".data"));
        data.prepare();
        Settings.of(data).put("empty", "true");

        int status = Duban.run(List.of("reset"), code, System.out, new PrintStream(PrintStream.nullOutputStream()));

        assertThat(status).isEqualTo(1);
        assertThat(data.settings()).exists();
    }
}
