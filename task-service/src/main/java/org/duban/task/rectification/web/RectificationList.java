package org.duban.task.rectification.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.duban.kit.security.Caller;
import org.duban.kit.web.FieldError;
import org.duban.task.directory.KnownUnit;
import org.duban.task.rectification.Finding;
import org.duban.task.rectification.NewRectification;
import org.duban.task.rectification.RectificationDesk;
import org.duban.task.rectification.RectificationRefused;
import org.duban.task.rectification.RectificationSource;
import org.duban.task.rectification.UnitsByName;
import org.duban.task.rectification.UnitsByName.Named;
import org.duban.task.text.Stripped;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A list of problems as an inspection brings it, with units by their names. */
@Component
class RectificationList {
    private static final int MOST = 500;

    /** @param source for every row that names none */
    record RectificationBatch(
            @NotNull(message = "请选择来源") RectificationSource source,
            @Nullable LocalDate foundOn,
            @Nullable UUID planId,

            @NotEmpty(message = "没有要登记的问题") @Size(max = MOST, message = "一次至多登记 500 条")
            List<@Valid RectificationBatchRow> items) {}

    /**
     * @param foundOn null: the batch's
     * @param unit by name
     * @param cooperators names, parted by 、 or commas
     */
    record RectificationBatchRow(
            @Nullable LocalDate foundOn,

            @Nullable @Size(max = 200, message = "地点不超过 200 字")
            String place,

            @NotBlank(message = "请写明存在的问题") @Size(max = 2000, message = "问题不超过 2000 字")
            String problem,

            @NotBlank(message = "请写明责任单位") @Size(max = 200, message = "责任单位不超过 200 字")
            String unit,

            @Nullable @Size(max = 1000, message = "配合单位不超过 1000 字")
            String cooperators,

            @Nullable LocalDate dueOn) {}

    /**
     * @param count how many were registered, or would be
     * @param ids in the order of the list; empty where it was only checked
     */
    record RegisteredRectifications(int count, List<UUID> ids) {}

    private final RectificationDesk desk;
    private final UnitsByName names;

    RectificationList(RectificationDesk desk, UnitsByName names) {
        this.desk = desk;
        this.names = names;
    }

    RegisteredRectifications register(RectificationBatch batch, boolean dryRun, Caller caller) {
        Map<String, Named> known = names.of(caller);
        List<FieldError> errors = new ArrayList<>();
        List<NewRectification> asked = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < batch.items().size(); i++) {
            RectificationBatchRow row = batch.items().get(i);
            int before = errors.size();
            UUID unit = one(row.unit(), "/items/%d/unit".formatted(i), known, errors);
            List<UUID> cooperators = several(row.cooperators(), "/items/%d/cooperators".formatted(i), known, errors);
            LocalDate foundOn = row.foundOn() == null ? batch.foundOn() : row.foundOn();
            if (foundOn == null) {
                errors.add(new FieldError("/items/%d/foundOn".formatted(i), "请填写发现日期"));
            }
            if (errors.size() == before && unit != null && foundOn != null) {
                asked.add(new NewRectification(
                        new Finding(
                                batch.source(),
                                foundOn,
                                Stripped.orNull(row.place()),
                                row.problem().strip(),
                                batch.planId(),
                                null,
                                null),
                        unit,
                        cooperators,
                        null,
                        row.dueOn(),
                        null,
                        null));
                places.add(i);
            }
        }
        // Rows whose names are clear are checked too, so that everything is told at once.
        for (FieldError error : desk.check(asked, caller)) {
            errors.add(inTheWholeList(error, places));
        }
        if (!errors.isEmpty()) {
            throw RectificationRefused.wrongList(errors);
        }
        return dryRun
                ? new RegisteredRectifications(asked.size(), List.of())
                : new RegisteredRectifications(asked.size(), desk.openList(asked, caller));
    }

    private static FieldError inTheWholeList(FieldError error, List<Integer> places) {
        String[] steps = error.pointer().split("/", 4);
        String field = steps[3].equals("unitId") ? "unit" : steps[3];
        return new FieldError("/items/%d/%s".formatted(places.get(Integer.parseInt(steps[2])), field), error.detail());
    }

    private static @Nullable UUID one(String name, String pointer, Map<String, Named> known, List<FieldError> errors) {
        Named named = known.get(UnitsByName.plain(name));
        if (named == null) {
            errors.add(new FieldError(pointer, "没有登记“%s”，请核对名称或先登记单位".formatted(name.strip())));
            return null;
        }
        if (named.only() == null) {
            errors.add(new FieldError(
                    pointer,
                    "“%s”有%d个，请写全称：%s"
                            .formatted(
                                    name.strip(),
                                    named.units().size(),
                                    named.units().stream()
                                            .map(KnownUnit::name)
                                            .limit(5)
                                            .collect(Collectors.joining("、")))));
        }
        return named.only();
    }

    private static List<UUID> several(
            @Nullable String cell, String pointer, Map<String, Named> known, List<FieldError> errors) {
        List<UUID> units = new ArrayList<>();
        if (cell != null) {
            for (String name : cell.split("[、，,;；\\n]")) {
                UUID unit = name.isBlank() ? null : one(name, pointer, known, errors);
                if (unit != null) {
                    units.add(unit);
                }
            }
        }
        return units;
    }
}
