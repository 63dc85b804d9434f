package org.duban.task.plan.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Where sentences were cut: by the end of a line or page, or by a stray blank. */
final class Breaks {
    private static final int LONGEST_BREAK = 400;
    private static final int FEWEST_WRAPPED = 8;
    private static final int NEAR_WIDEST = 6;

    private record Broken(Passage paragraph, List<Integer> byLines, List<Integer> byGaps) {}

    private final List<Broken> broken = new ArrayList<>();
    private final List<Integer> widths = new ArrayList<>();
    private final List<Passage> found = new ArrayList<>();

    /** A line of this width goes on in the next. */
    void atWidth(int width) {
        widths.add(width);
    }

    void add(Passage paragraph, List<Integer> byLines, List<Integer> byGaps) {
        if (!byLines.isEmpty() || !byGaps.isEmpty()) {
            broken.add(new Broken(paragraph, byLines, byGaps));
        }
    }

    List<Passage> found() {
        boolean wrapped = areAlike();
        for (var each : broken) {
            var cuts = new ArrayList<>(wrapped ? List.<Integer>of() : each.byLines);
            cuts.addAll(each.byGaps);
            report(each.paragraph, cuts);
        }
        return found;
    }

    // lines that a program wrapped end where it had no more room
    private boolean areAlike() {
        int widest = widths.stream().mapToInt(width -> width).max().orElse(0);
        long near =
                widths.stream().filter(width -> width >= widest - NEAR_WIDEST).count();
        return widths.size() >= FEWEST_WRAPPED && near * 10 >= widths.size() * 7L;
    }

    private void report(Passage paragraph, List<Integer> cuts) {
        if (cuts.isEmpty()) {
            return;
        }
        var clauses = Clauses.clauses(paragraph);
        var reported = new HashSet<Integer>();
        for (int cut : cuts) {
            int at = paragraph.indexAt(cut);
            if (at >= paragraph.length() || paragraph.rawAt(at) != cut) {
                continue;
            }
            boolean comma = "，、,".indexOf(paragraph.charAt(at)) >= 0;
            int first = Clauses.indexAt(clauses, paragraph.rawAt(comma && at > 0 ? at - 1 : at));
            int last = comma && at + 1 < paragraph.length() ? Clauses.indexAt(clauses, paragraph.rawAt(at + 1)) : first;
            if (first >= 0 && reported.add(first)) {
                found.add(around(paragraph, at, clauses.get(first), clauses.get(Math.max(first, last))));
            }
        }
    }

    // a cut after a comma shows both clauses
    private static Passage around(Passage paragraph, int at, Passage first, Passage last) {
        int from = paragraph.indexAt(first.span().start());
        int to = paragraph.indexAt(last.span().end() - 1) + 1;
        return paragraph.slice(Math.max(from, at - LONGEST_BREAK / 2), Math.min(to, at + LONGEST_BREAK / 2));
    }
}
