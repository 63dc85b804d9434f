package org.duban.task.plan.reading;

/** 二十四 is 24; 24 is 24; 二〇二三 is 2023. */
final class ChineseNumber {
    private static final String DIGITS = "〇一二三四五六七八九";

    private ChineseNumber() {}

    static int parse(String words) {
        if (words.chars().allMatch(Character::isDigit)) {
            return Integer.parseInt(words);
        }
        return words.matches("[〇○零Oo一二三四五六七八九]{2,}") ? spelled(words) : counted(words);
    }

    private static int spelled(String words) {
        int number = 0;
        for (char c : words.toCharArray()) {
            number = number * 10 + digit(c);
        }
        return number;
    }

    private static int counted(String words) {
        int total = 0;
        int digit = 0;
        for (char c : words.toCharArray()) {
            switch (c) {
                case '百' -> {
                    total += Math.max(digit, 1) * 100;
                    digit = 0;
                }
                case '十' -> {
                    total += Math.max(digit, 1) * 10;
                    digit = 0;
                }
                default -> digit = digit(c);
            }
        }
        return total + digit;
    }

    private static int digit(char c) {
        return switch (c) {
            case '两' -> 2;
            case '零', '○', 'O', 'o' -> 0;
            default -> Character.isDigit(c) ? Character.digit(c, 10) : Math.max(0, DIGITS.indexOf(c));
        };
    }
}
