package org.duban.task.sheet;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dhatim.fastexcel.Worksheet;
import org.duban.task.ledger.LedgerLine;
import org.duban.task.ledger.TaskRow;
import org.duban.task.sheet.xlsx.Sheets;

/** A column of the ledger as it is written out, under the name that the page gives it. */
public enum SheetColumn {
    ORDINAL("ordinal", "序号", 6) {
        @Override
        void put(Worksheet sheet, int row, int column, LedgerLine line) {
            sheet.value(row, column, line.row().ordinal());
        }
    },
    NUMBER("number", "编号", 12) {
        @Override
        void put(Worksheet sheet, int row, int column, LedgerLine line) {
            words(sheet, row, column, line.number());
        }
    },
    LIGHT("light", "亮灯", 8) {
        @Override
        void put(Worksheet sheet, int row, int column, LedgerLine line) {
            words(sheet, row, column, CellWords.light(line.row().light()));
        }
    },
    TITLE("title", "任务", 36) {
        @Override
        void put(Worksheet sheet, int row, int column, LedgerLine line) {
            words(sheet, row, column, line.row().title());
        }
    },
    TEXT("text", "任务内容", 60) {
        @Override
        void put(Worksheet sheet, int row, int column, LedgerLine line) {
            words(sheet, row, column, line.body());
        }
    },
    LEADS("leads", "牵头单位", 24) {
        @Override
        void put(Worksheet sheet, int row, int column, LedgerLine line) {
            words(sheet, row, column, CellWords.units(line.row().leads(), county(line)));
        }
    },
    COOPERATORS("cooperators", "配合单位", 24) {
        @Override
        void put(Worksheet sheet, int row, int column, LedgerLine line) {
            words(sheet, row, column, CellWords.units(line.row().cooperators(), county(line)));
        }
    },
    DUE_ON("dueOn", "完成时限", 12) {
        @Override
        void put(Worksheet sheet, int row, int column, LedgerLine line) {
            TaskRow task = line.row();
            if (task.dueOn() != null) {
                Sheets.put(sheet, row, column, task.dueOn());
            } else {
                words(sheet, row, column, CellWords.due(null, task.standing()));
            }
        }
    },
    ORIGINAL_DUE_ON("originalDueOn", "原定时限", 12) {
        @Override
        void put(Worksheet sheet, int row, int column, LedgerLine line) {
            if (line.row().originalDueOn() != null) {
                Sheets.put(sheet, row, column, line.row().originalDueOn());
            }
        }
    },
    STANDING("standing", "常态化", 8) {
        @Override
        void put(Worksheet sheet, int row, int column, LedgerLine line) {
            words(sheet, row, column, CellWords.yes(line.row().standing()));
        }
    },
    INDICATORS("indicators", "指标", 36) {
        @Override
        void put(Worksheet sheet, int row, int column, LedgerLine line) {
            words(sheet, row, column, CellWords.indicators(line.indicators()));
        }
    },
    KIND("kind", "任务类型", 10) {
        @Override
        void put(Worksheet sheet, int row, int column, LedgerLine line) {
            words(sheet, row, column, CellWords.kind(line.row().kind()));
        }
    },
    STATE("state", "状态", 10) {
        @Override
        void put(Worksheet sheet, int row, int column, LedgerLine line) {
            words(sheet, row, column, CellWords.state(line.row().state()));
        }
    },
    PROGRESS("progress", "进度", 8) {
        @Override
        void put(Worksheet sheet, int row, int column, LedgerLine line) {
            sheet.value(row, column, line.row().progress() / 100.0);
            sheet.style(row, column).format("0%").set();
        }
    },
    SCHEDULED("scheduled", "序时进度", 10) {
        @Override
        void put(Worksheet sheet, int row, int column, LedgerLine line) {
            Integer scheduled = line.row().scheduled();
            if (scheduled != null) {
                sheet.value(row, column, scheduled / 100.0);
                sheet.style(row, column).format("0%").set();
            }
        }
    },
    LAST_REPORT("lastReport", "最近报送", 12) {
        @Override
        void put(Worksheet sheet, int row, int column, LedgerLine line) {
            TaskRow.LastReport last = line.row().lastReport();
            words(sheet, row, column, last == null ? "尚未报送" : last.period());
        }
    },
    COUNTY("countyName", "县区", 12) {
        @Override
        void put(Worksheet sheet, int row, int column, LedgerLine line) {
            String county = line.row().countyName();
            words(sheet, row, column, county == null ? "市级" : county);
        }
    },
    PLAN("planTitle", "来源", 36) {
        @Override
        void put(Worksheet sheet, int row, int column, LedgerLine line) {
            words(sheet, row, column, line.row().planTitle());
        }
    },
    REMARK("remark", "备注", 24) {
        @Override
        void put(Worksheet sheet, int row, int column, LedgerLine line) {
            words(sheet, row, column, line.remark());
        }
    };

    /** What the page shows, with what is needed to edit tasks in a sheet. */
    public static final List<SheetColumn> ALL = List.of(values());

    private final String key;
    private final String heading;
    private final double width;

    SheetColumn(String key, String heading, double width) {
        this.key = key;
        this.heading = heading;
        this.width = width;
    }

    abstract void put(Worksheet sheet, int row, int column, LedgerLine line);

    public static Optional<SheetColumn> of(String key) {
        return Arrays.stream(values()).filter(column -> column.key.equals(key)).findFirst();
    }

    String heading() {
        return heading;
    }

    double width() {
        return width;
    }

    private static void words(Worksheet sheet, int row, int column, @org.jspecify.annotations.Nullable String words) {
        if (words != null) {
            Sheets.put(sheet, row, column, words);
        }
    }

    private static @org.jspecify.annotations.Nullable UUID county(LedgerLine line) {
        return line.row().countyId();
    }
}
