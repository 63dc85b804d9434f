package org.duban.task.paper;

/** How headings are numbered, each level within the one above. */
final class Numerals {
    private static final String DIGITS = "零一二三四五六七八九";

    private final int[] counted = new int[Block.Heading.DEEPEST + 1];

    /** @return the next number of this level, with its punctuation */
    String next(int level) {
        counted[level]++;
        for (int deeper = level + 1; deeper < counted.length; deeper++) {
            counted[deeper] = 0;
        }
        int number = counted[level];
        return switch (level) {
            case 1 -> chinese(number) + "、";
            case 2 -> "（" + chinese(number) + "）";
            case 3 -> number + ".";
            default -> "（" + number + "）";
        };
    }

    static String chinese(int number) {
        if (number < 10) {
            return DIGITS.substring(number, number + 1);
        }
        if (number >= 100) {
            return Integer.toString(number);
        }
        String tens = number < 20 ? "十" : chinese(number / 10) + "十";
        return number % 10 == 0 ? tens : tens + chinese(number % 10);
    }
}
