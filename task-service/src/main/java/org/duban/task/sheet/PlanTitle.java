package org.duban.task.sheet;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.duban.task.sheet.xlsx.Cell;
import org.duban.task.sheet.xlsx.Grid;

/** What a ledger calls itself: the words over its headings, else the name of its file. */
final class PlanTitle {
    private static final int SHORTEST = 4;
    private static final int LONGEST = 200;

    private PlanTitle() {}

    static String of(String fileName, Grid grid, Layout layout) {
        Set<String> above = new LinkedHashSet<>();
        for (Grid.Row row : grid.rows()) {
            if (row.number() < layout.headerFirst()) {
                long filled = row.cells().stream().filter(cell -> cell != null).count();
                row.cells().stream()
                        .filter(cell -> cell != null && filled == 1)
                        .map(Cell::text)
                        .map(CellWords::oneLine)
                        .filter(PlanTitle::names)
                        .forEach(above::add);
            }
        }
        return above.stream().max(Comparator.comparingInt(String::length)).orElseGet(() -> fileTitle(fileName));
    }

    private static boolean names(String words) {
        return words.length() >= SHORTEST
                && words.length() <= LONGEST
                && !words.matches("^(?:附件|附表|填报|单位|时间|日期|联系|编制|制表|截至|截止|更新).*");
    }

    private static String fileTitle(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String title = (dot < 0 ? fileName : fileName.substring(0, dot))
                .replaceAll("(?:[-－_ ]*(?:待修改|副本|\\(\\d+\\)|（\\d+）))+$", "")
                .strip();
        return title.isEmpty() ? "工作台账" : title;
    }
}
