package org.duban.task.plan.reading;

import java.util.ArrayList;
import java.util.regex.Pattern;

/** Who is responsible, by the words of a text set apart for it; where there are none, by its sentences. */
final class ResponsibleUnits {
    private static final Pattern APART = Pattern.compile("^(?:[—－-]{2,}|[→⇒]| {2,})\\s*");
    private static final int LONGEST_LINE = 3_000;

    private final Responsibility responsibility;
    private final SpokenUnits spoken;

    ResponsibleUnits(Responsibility responsibility) {
        this.responsibility = responsibility;
        this.spoken = new SpokenUnits(responsibility);
    }

    /** Whether brackets or lines of their own name units. */
    boolean namesUnits(Passage text) {
        return !set(text).isEmpty();
    }

    /** Whether units are named in any way, in the sentence too. */
    boolean mentionsUnits(Passage text) {
        return !in(text, set(text)).isEmpty();
    }

    /** Whether a sentence says 由甲牵头 or the like; what somebody merely does tells nothing. */
    boolean tellsUnits(Passage text) {
        return spoken.gives(text);
    }

    /** Units from brackets and lines, as {@link #set} has found them; where there are none, from sentences. */
    Units in(Passage text, Units set) {
        if (set.isEmpty()) {
            return spoken.in(text);
        }
        var units = new Units();
        units.addAll(set);
        spoken.joining(text, units);
        return units;
    }

    /** Units from brackets and from lines of their own. */
    Units set(Passage text) {
        var units = new Units();
        var alone = new ArrayList<Passage>();
        for (var expression : Expressions.in(text)) {
            var words = Expressions.bare(expression).stripLeading(APART);
            if (words.matcher(Roles.SENTENCE_LABEL).lookingAt()) {
                alone.add(words.cut(LONGEST_LINE));
            } else {
                units.addAll(responsibility.read(inside(words)));
            }
        }
        if (!alone.isEmpty()) {
            // 牵头单位 and 责任单位 on lines of their own are read together
            units.addAll(responsibility.read(Passage.lines(alone)));
        }
        return units;
    }

    static Passage inside(Passage expression) {
        if (Expressions.OPENING.indexOf(expression.charAt(0)) < 0) {
            return expression;
        }
        // the bracket may never have been closed
        boolean closed = Chars.isClosing(expression.charAt(expression.length() - 1));
        return expression.slice(1, expression.length() - (closed ? 1 : 0)).strip();
    }
}
