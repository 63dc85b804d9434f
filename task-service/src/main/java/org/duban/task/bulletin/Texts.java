package org.duban.task.bulletin;

import java.util.List;

/**
 * What people write in a bulletin. A number stands in it as its name in braces, {@code {报送率}}, and is put in from the facts, so
 * that it cannot differ from them.
 *
 * @param opening 总体情况
 * @param remarks a word on the problems; may be empty
 * @param demands 下步要求, a paragraph to each line
 */
public record Texts(
        String title,
        String addressee,
        List<String> copiedTo,
        String opening,
        String remarks,
        String demands,
        List<Section> sections) {
    public Texts {
        copiedTo = List.copyOf(copiedTo);
        sections = sections.stream().distinct().sorted().toList();
    }
}
