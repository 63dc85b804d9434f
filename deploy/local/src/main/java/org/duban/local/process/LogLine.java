package org.duban.local.process;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line of a log as a person reads it; services write theirs as JSON. */
public final class LogLine {

    private static final Pattern FIELD =
            Pattern.compile("\"(@timestamp|level|logger_name|message|stack_trace)\":\"((?:[^\"\\\\]|\\\\.)*)\"");

    private LogLine() {}

    public static String readable(String line) {
        if (!line.startsWith("{\"@timestamp\"")) {
            return line;
        }
        StringBuilder readable = new StringBuilder();
        Matcher fields = FIELD.matcher(line);
        while (fields.find()) {
            String value = unescaped(fields.group(2));
            switch (fields.group(1)) {
                case "@timestamp" -> readable.insert(0, value + " ");
                case "level" -> readable.append(" [").append(value).append(']');
                case "logger_name" ->
                    readable.append(" (")
                            .append(value.substring(value.lastIndexOf('.') + 1))
                            .append(')');
                case "stack_trace" -> readable.append('\n').append(value);
                default -> readable.append(value);
            }
        }
        return readable.toString().stripTrailing();
    }

    private static String unescaped(String value) {
        return value.replace("\\n", "\n")
                .replace("\\t", "\t")
                .replace("\\\"", "\"")
                .replace("\\\\", "\\");
    }
}
