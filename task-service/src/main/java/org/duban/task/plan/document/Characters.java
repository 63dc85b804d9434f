package org.duban.task.plan.document;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Characters as a person would type them: programs put others in their place that look alike, or like nothing. */
final class Characters {
    // radicals of which no norm says which character they are; PDF made by some programs are full of them
    private static final String RADICALS = "⺁厂⺇几⺌小⺎兀⺏尣⺓幺⺕彐⺗心⺙攵⺛无⺝月⺟母⺠民⺢水⺣火⺩王⺪疋⺫目⺬示⺭礻⺮竹⺰纟⺲网⺳罒⺴冈⺶羊⺷羊⺸羊⺹老⺺聿⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹"
            + "⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕阝⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞飠⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟";
    private static final Map<Character, Character> BY_RADICAL = byRadical();

    private Characters() {}

    private static Map<Character, Character> byRadical() {
        var map = new HashMap<Character, Character>();
        for (int i = 0; i + 1 < RADICALS.length(); i += 2) {
            map.put(RADICALS.charAt(i), RADICALS.charAt(i + 1));
        }
        return map;
    }

    static String plain(String text) {
        StringBuilder plain = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            var instead = isUsual(c) ? null : instead(text, i);
            if (instead != null && plain == null) {
                plain = new StringBuilder(text.length()).append(text, 0, i);
            }
            if (plain != null) {
                if (instead == null) {
                    plain.append(c);
                } else {
                    plain.append(instead);
                }
            }
        }
        return plain == null ? text : plain.toString();
    }

    private static boolean isUsual(char c) {
        return c >= ' ' && c < 0x7F
                || c >= 0x3000 && c < 0xD800
                || c >= 0xFF01 && c <= 0xFFEE
                || c == '\n'
                || c == '\t';
    }

    // null where it stays
    private static @Nullable String instead(String text, int at) {
        char c = text.charAt(at);
        if (Character.isSurrogate(c)) {
            boolean paired = Character.isHighSurrogate(c)
                    ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                    : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
            return paired ? null : "";
        }
        if (c == '\f' || c == 0x0B || c == 0x85 || c == 0x2028 || c == 0x2029) {
            return "\n";
        }
        if (c < ' ' || c >= 0x7F && c < 0xA0 || isInvisible(c)) {
            return "";
        }
        if (c == 0xA0 || c >= 0x2000 && c <= 0x200A || c == 0x202F || c == 0x205F) {
            return " ";
        }
        if (c >= 0x2F00 && c <= 0x2FD5 || c >= 0xF900 && c <= 0xFAFF || c >= 0xFE10 && c <= 0xFE4F) {
            return Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
        }
        var character = BY_RADICAL.get(c);
        return character == null ? null : character.toString();
    }

    // soft hyphens, joiners, marks of direction, places of pictures, signs of private fonts
    private static boolean isInvisible(char c) {
        return c == 0xAD
                || c >= 0x200B && c <= 0x200F
                || c >= 0x202A && c <= 0x202E
                || c >= 0x2060 && c <= 0x206F
                || c >= 0xFE00 && c <= 0xFE0F
                || c == 0xFEFF
                || c == 0xFFFC
                || c == 0xFFFD
                || c >= 0xE000 && c < 0xF900;
    }
}
