package org.duban.bench;

import java.util.HashMap;
import java.util.Map;

/** A command and its {@code --name value} options. */
record Options(String command, Map<String, String> values) {

    static Options of(String[] arguments) {
        if (arguments.length % 2 == 0 && arguments.length > 0) {
            throw new IllegalArgumentException("a command, and a value for each option");
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 1; i < arguments.length; i += 2) {
            values.put(arguments[i].replaceFirst("^--", ""), arguments[i + 1]);
        }
        return new Options(arguments.length == 0 ? "" : arguments[0], values);
    }

    int number(String name, int otherwise) {
        return Integer.parseInt(values.getOrDefault(name, Integer.toString(otherwise)));
    }

    String word(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }
}
