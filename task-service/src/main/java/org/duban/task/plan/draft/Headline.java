package org.duban.task.plan.draft;

/** A short heading for a task that a person cut out or wrote down: its first sentence or clause. */
final class Headline {
    private static final int LONGEST = 40;

    private Headline() {}

    static String of(String text) {
        String sentence = text.strip()
                .replaceFirst("^(?:[（(]?[一二三四五六七八九十\\d]{1,3}[）)、.．]|[①-⑳])\\s*", "")
                .split("[。；;：:\\n]", 2)[0]
                .strip();
        if (sentence.isEmpty()) {
            sentence = text.strip();
        }
        if (sentence.length() <= LONGEST) {
            return sentence;
        }
        String clause = sentence.split("[，,]", 2)[0].strip();
        return clause.length() <= LONGEST && clause.length() > 3 ? clause : clause(sentence);
    }

    private static String clause(String sentence) {
        int end = Character.isHighSurrogate(sentence.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return sentence.substring(0, end) + "…";
    }
}
