package org.duban.meeting.directory.sheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duban.kit.security.Caller;
import org.duban.kit.web.Refusal;
import org.duban.meeting.directory.Counties;
import org.duban.meeting.directory.County;
import org.duban.meeting.directory.Outcome;
import org.duban.meeting.directory.PostRegister;
import org.duban.meeting.directory.Unit;
import org.duban.meeting.directory.UnitRegister;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads the directory from a sheet. Rows are matched by county, short name and title, so loading a sheet again changes and
 * never doubles; a row at fault is left out and said, the others count. A dry run does all of it and takes it back.
 */
@Service
public class SheetImport {

    private static final Pattern DAY =
            Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?");

    private final SheetReader reader;
    private final UnitRegister units;
    private final PostRegister posts;
    private final Counties counties;
    private final TransactionTemplate real;
    private final TransactionTemplate trial;

    SheetImport(
            SheetReader reader,
            UnitRegister units,
            PostRegister posts,
            Counties counties,
            PlatformTransactionManager transactions) {
        this.reader = reader;
        this.units = units;
        this.posts = posts;
        this.counties = counties;
        this.real = new TransactionTemplate(transactions);
        this.trial = new TransactionTemplate(transactions);
        // Taken back on its own, so that the transaction of a request that may be repeated lives on.
        trial.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    public record Counts(int created, int updated) {}

    /** @param row as Excel shows it */
    public record RowError(String sheet, int row, String column, String detail) {}

    public record Result(boolean dryRun, Counts units, Counts posts, List<RowError> errors) {}

    public Result load(byte[] file, boolean dryRun, Caller by) {
        List<Grid> grids = reader.read(file);
        Result result = (dryRun ? trial : real).execute(status -> {
            if (dryRun) {
                status.setRollbackOnly();
            }
            return load(grids, dryRun, by);
        });
        return Objects.requireNonNull(result);
    }

    private Result load(List<Grid> grids, boolean dryRun, Caller by) {
        var errors = new ArrayList<RowError>();
        Grid unitGrid = named(grids, Columns.UNITS);
        Grid postGrid = named(grids, Columns.POSTS);
        if (unitGrid == null && postGrid == null) {
            throw SheetRefused.withoutKnownSheet();
        }
        Counts unitCounts = each(unitGrid, List.of(Columns.SHORT_NAME), errors, row -> unit(row, by));
        Counts postCounts =
                each(postGrid, List.of(Columns.UNIT, Columns.TITLE, Columns.ROLE), errors, row -> post(row, by));
        return new Result(dryRun, unitCounts, postCounts, errors);
    }

    private interface Put {
        Outcome of(Grid.Row row);
    }

    private static Counts each(@Nullable Grid grid, List<String> needed, List<RowError> errors, Put put) {
        if (grid == null) {
            return new Counts(0, 0);
        }
        List<String> missing = needed.stream()
                .filter(column -> !grid.headings().contains(column))
                .toList();
        if (!missing.isEmpty()) {
            missing.forEach(column -> errors.add(new RowError(grid.name(), 1, column, "缺少“" + column + "”一列")));
            return new Counts(0, 0);
        }
        int created = 0;
        int updated = 0;
        for (Grid.Row row : grid.rows()) {
            try {
                switch (put.of(row).kind()) {
                    case CREATED -> created++;
                    case UPDATED -> updated++;
                    case UNCHANGED -> {}
                }
            } catch (Grid.RowFault fault) {
                errors.add(new RowError(grid.name(), row.number(), fault.column(), fault.detail()));
            } catch (Refusal refusal) {
                errors.add(new RowError(grid.name(), row.number(), needed.getFirst(), refusal.words()));
            }
        }
        return new Counts(created, updated);
    }

    private Outcome unit(Grid.Row row, Caller by) {
        String shortName = row.required(Columns.SHORT_NAME);
        String level = row.text(Columns.LEVEL);
        String aliases = row.text(Columns.ALIASES);
        var rest = new Unit.Change(
                row.text(Columns.NAME),
                null,
                aliases == null ? null : List.of(aliases.split("[、,，;；]")),
                level == null ? null : Columns.level(level));
        String county = row.text(Columns.COUNTY);
        return units.put(county == null ? null : units.registerCounty(county, by), shortName, rest, by);
    }

    private Outcome post(Grid.Row row, Caller by) {
        County county = county(row.text(Columns.COUNTY));
        UUID unit = units.find(county, row.required(Columns.UNIT))
                .orElseThrow(() -> new Grid.RowFault(Columns.UNIT, "没有这个单位，请先在“单位”表中登记"))
                .id();
        String holder = row.text(Columns.HOLDER);
        String since = row.text(Columns.SINCE);
        var candidate =
                holder == null ? null : new PostRegister.Candidate(null, holder, email(row), row.text(Columns.PHONE));
        return posts.put(
                unit,
                row.required(Columns.TITLE),
                Columns.role(row.required(Columns.ROLE)),
                candidate,
                since == null ? null : day(since),
                by);
    }

    private @Nullable County county(@Nullable String name) {
        return name == null
                ? null
                : counties.named(name).orElseThrow(() -> new Grid.RowFault(Columns.COUNTY, "没有这个区县"));
    }

    private static @Nullable String email(Grid.Row row) {
        String email = row.text(Columns.EMAIL);
        if (email != null && !email.matches("[^@\\s]+@[^@\\s]+")) {
            throw new Grid.RowFault(Columns.EMAIL, "邮箱格式不正确");
        }
        return email;
    }

    private static LocalDate day(String text) {
        Matcher day = DAY.matcher(text);
        try {
            if (day.matches()) {
                return LocalDate.of(
                        Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)));
            }
        } catch (DateTimeException noSuchDay) {
            throw new Grid.RowFault(Columns.SINCE, "没有这一天");
        }
        throw new Grid.RowFault(Columns.SINCE, "日期应写作 2026-11-25");
    }

    private static @Nullable Grid named(List<Grid> grids, String name) {
        return grids.stream()
                .filter(grid -> grid.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
