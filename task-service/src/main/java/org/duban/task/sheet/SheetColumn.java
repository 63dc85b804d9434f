package org.duban.task.sheet;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.duban.task.ledger.LedgerLine;
import org.duban.task.sheet.xlsx.Filling;
import org.jspecify.annotations.Nullable;

/** A column of the ledger as it is written out, under the name that the page gives it. */
public enum SheetColumn {
    ORDINAL("ordinal", "序号", 6) {
        @Override
        void put(Filling sheet, int row, int column, LedgerLine line) {
            sheet.number(row, column, line.ordinal());
        }
    },
    NUMBER("number", "编号", 12) {
        @Override
        void put(Filling sheet, int row, int column, LedgerLine line) {
            words(sheet, row, column, line.number());
        }
    },
    LIGHT("light", "亮灯", 8) {
        @Override
        void put(Filling sheet, int row, int column, LedgerLine line) {
            words(sheet, row, column, CellWords.light(line.light()));
        }
    },
    TITLE("title", "任务", 36) {
        @Override
        void put(Filling sheet, int row, int column, LedgerLine line) {
            words(sheet, row, column, line.title());
        }
    },
    TEXT("text", "任务内容", 60) {
        @Override
        void put(Filling sheet, int row, int column, LedgerLine line) {
            words(sheet, row, column, line.body());
        }
    },
    LEADS("leads", "牵头单位", 24) {
        @Override
        void put(Filling sheet, int row, int column, LedgerLine line) {
            words(sheet, row, column, CellWords.units(line.leads(), line.countyId()));
        }
    },
    COOPERATORS("cooperators", "配合单位", 24) {
        @Override
        void put(Filling sheet, int row, int column, LedgerLine line) {
            words(sheet, row, column, CellWords.units(line.cooperators(), line.countyId()));
        }
    },
    DUE_ON("dueOn", "完成时限", 12) {
        @Override
        void put(Filling sheet, int row, int column, LedgerLine line) {
            if (line.dueOn() != null) {
                sheet.day(row, column, line.dueOn());
            } else {
                words(sheet, row, column, CellWords.due(null, line.standing()));
            }
        }
    },
    ORIGINAL_DUE_ON("originalDueOn", "原定时限", 12) {
        @Override
        void put(Filling sheet, int row, int column, LedgerLine line) {
            if (line.originalDueOn() != null) {
                sheet.day(row, column, line.originalDueOn());
            }
        }
    },
    STANDING("standing", "常态化", 8) {
        @Override
        void put(Filling sheet, int row, int column, LedgerLine line) {
            words(sheet, row, column, CellWords.yes(line.standing()));
        }
    },
    INDICATORS("indicators", "指标", 36) {
        @Override
        void put(Filling sheet, int row, int column, LedgerLine line) {
            words(sheet, row, column, CellWords.indicators(line.indicators()));
        }
    },
    KIND("kind", "任务类型", 10) {
        @Override
        void put(Filling sheet, int row, int column, LedgerLine line) {
            words(sheet, row, column, CellWords.kind(line.kind()));
        }
    },
    STATE("state", "状态", 10) {
        @Override
        void put(Filling sheet, int row, int column, LedgerLine line) {
            words(sheet, row, column, CellWords.state(line.state()));
        }
    },
    PROGRESS("progress", "进度", 8) {
        @Override
        void put(Filling sheet, int row, int column, LedgerLine line) {
            sheet.percent(row, column, line.progress());
        }
    },
    SCHEDULED("scheduled", "序时进度", 10) {
        @Override
        void put(Filling sheet, int row, int column, LedgerLine line) {
            Integer scheduled = line.scheduled();
            if (scheduled != null) {
                sheet.percent(row, column, scheduled);
            }
        }
    },
    LAST_REPORT("lastReport", "最近报送", 12) {
        @Override
        void put(Filling sheet, int row, int column, LedgerLine line) {
            String last = line.lastReport();
            words(sheet, row, column, last == null ? "尚未报送" : last);
        }
    },
    COUNTY("countyName", "县区", 12) {
        @Override
        void put(Filling sheet, int row, int column, LedgerLine line) {
            String county = line.countyName();
            words(sheet, row, column, county == null ? "市级" : county);
        }
    },
    PLAN("planTitle", "来源", 36) {
        @Override
        void put(Filling sheet, int row, int column, LedgerLine line) {
            words(sheet, row, column, line.planTitle());
        }
    },
    REMARK("remark", "备注", 24) {
        @Override
        void put(Filling sheet, int row, int column, LedgerLine line) {
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

    abstract void put(Filling sheet, int row, int column, LedgerLine line);

    public static Optional<SheetColumn> of(String key) {
        return Arrays.stream(values()).filter(column -> column.key.equals(key)).findFirst();
    }

    String heading() {
        return heading;
    }

    double width() {
        return width;
    }

    private static void words(Filling sheet, int row, int column, @Nullable String words) {
        if (words != null) {
            sheet.words(row, column, words);
        }
    }
}
