package org.duban.task.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.duban.kit.web.BadRequest;
import org.jspecify.annotations.Nullable;

/** One or several of a set of words in a parameter, parted by commas, in any case: {@code state=due,returned}. */
public final class Choices {
    private Choices() {}

    /** @throws BadRequest where it names another; without a word every one is meant, and none is returned */
    public static <E extends Enum<E>> List<E> of(Class<E> type, @Nullable String text, String parameter) {
        return words(
                        text,
                        Arrays.stream(type.getEnumConstants()).map(Enum::name).toList(),
                        parameter)
                .stream()
                .map(word -> Enum.valueOf(type, word))
                .toList();
    }

    /** The same for words whose type is not seen here. */
    public static List<String> words(@Nullable String text, List<String> known, String parameter) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        List<String> asked = Arrays.stream(text.split(","))
                .map(word -> word.strip().toUpperCase(Locale.ROOT))
                .distinct()
                .toList();
        if (!known.containsAll(asked)) {
            throw new BadRequest(parameter, "没有这样的取值：%s；须是%s之一或几个".formatted(text, String.join("、", known)));
        }
        return asked;
    }
}
