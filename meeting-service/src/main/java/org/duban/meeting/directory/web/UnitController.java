package org.duban.meeting.directory.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.web.Cursor;
import org.duban.kit.web.ETags;
import org.duban.kit.web.Limit;
import org.duban.kit.web.Page;
import org.duban.meeting.contract.DirectoryEvent.Level;
import org.duban.meeting.directory.Counties;
import org.duban.meeting.directory.County;
import org.duban.meeting.directory.DirectoryViews;
import org.duban.meeting.directory.DirectoryViews.CountyRef;
import org.duban.meeting.directory.DirectoryViews.UnitFilter;
import org.duban.meeting.directory.DirectoryViews.UnitView;
import org.duban.meeting.directory.Unit;
import org.duban.meeting.directory.UnitRegister;
import org.duban.meeting.directory.UnitRegister.CountyChoice;
import org.duban.meeting.directory.UnitRegister.NewUnit;
import org.duban.meeting.directory.UnitRegister.Registration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "单位")
class UnitController {

    private final UnitRegister register;
    private final Counties counties;
    private final DirectoryViews views;

    UnitController(UnitRegister register, Counties counties, DirectoryViews views) {
        this.register = register;
        this.counties = counties;
        this.views = views;
    }

    record Counted(List<CountyRef> items, @Nullable String next) {}

    record NewCounty(@NotBlank @Size(max = 40) String name) {}

    record UnitBody(
            @Nullable UUID countyId,
            @NotBlank @Size(max = 100) String shortName,
            @Nullable @Size(max = 100) String name,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 100) String> aliases,
            @Nullable Level level) {}

    record UnitPatch(
            @Nullable @Size(min = 2, max = 100) String name,
            @Nullable @Size(min = 2, max = 100) String shortName,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 100) String> aliases,
            @Nullable Level level) {}

    record NamedCounty(
            @Nullable UUID id, @Nullable @Size(max = 40) String name) {}

    record Registrations(
            @Nullable @Valid NamedCounty county,
            @NotEmpty @Size(max = 500) List<@NotBlank @Size(max = 100) String> names) {}

    record Registered(@Nullable CountyRef county, List<UnitView> units) {}

    @GetMapping("/api/units")
    @CanRead
    @Operation(summary = "单位名录", description = "市级单位在前，其后按区县排列；默认不含已撤销的单位。")
    Page<UnitView> list(
            @RequestParam(required = false) @Nullable UUID county,
            @RequestParam(required = false) @Nullable Level level,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "false") boolean retired,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return views.units(
                new UnitFilter(county, level, q, retired),
                Limit.of(limit),
                cursor == null ? null : Cursor.decode(cursor));
    }

    @GetMapping("/api/units/{id}")
    @CanRead
    @Operation(summary = "查看单位")
    ResponseEntity<UnitView> get(@PathVariable UUID id) {
        return answer(id, HttpStatus.OK);
    }

    @PostMapping("/api/units")
    @CanKeep
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "登记单位", description = "未写全称时按区县名称补全。")
    ResponseEntity<UnitView> register(@Valid @RequestBody UnitBody body, Caller caller) {
        Unit unit = register.register(
                new NewUnit(
                        body.countyId(),
                        body.shortName(),
                        body.name(),
                        Objects.requireNonNullElse(body.aliases(), List.of()),
                        body.level()),
                caller);
        return answer(unit.id(), HttpStatus.CREATED);
    }

    @PostMapping("/api/units/registrations")
    @CanKeep
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "一次登记方案中出现的单位", description = "区县不存在时一并登记；已登记的单位原样返回，重复提交不会重复登记。")
    Registered registerAll(@Valid @RequestBody Registrations body, Caller caller) {
        NamedCounty county = body.county();
        Registration registration = register.registerAll(
                county == null ? null : new CountyChoice(county.id(), county.name()), body.names(), caller);
        County in = registration.county();
        return new Registered(
                in == null ? null : new CountyRef(in.id(), in.name()),
                views.units(registration.units().stream().map(Unit::id).toList()));
    }

    @PatchMapping("/api/units/{id}")
    @CanKeep
    @Operation(summary = "修改单位")
    ResponseEntity<UnitView> change(
            @PathVariable UUID id,
            @Valid @RequestBody UnitPatch body,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        register.change(
                id,
                new Unit.Change(body.name(), body.shortName(), body.aliases(), body.level()),
                caller,
                ETags.matching(ifMatch));
        return answer(id, HttpStatus.OK);
    }

    @PostMapping("/api/units/{id}/retirement")
    @CanKeep
    @Operation(summary = "撤销单位", description = "撤销后不再承担新任务，历史记录保留。")
    ResponseEntity<UnitView> retire(
            @PathVariable UUID id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        register.retire(id, caller, ETags.matchingIfGiven(ifMatch));
        return answer(id, HttpStatus.OK);
    }

    @GetMapping("/api/counties")
    @CanRead
    @Operation(summary = "区县名录")
    Counted counties() {
        return new Counted(
                counties.all().stream()
                        .map(county -> new CountyRef(county.id(), county.name()))
                        .toList(),
                null);
    }

    @PostMapping("/api/counties")
    @CanKeep
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "登记区县", description = "同名区县已登记时返回已有的。")
    CountyRef registerCounty(@Valid @RequestBody NewCounty body, Caller caller) {
        County county = register.registerCounty(body.name(), caller);
        return new CountyRef(county.id(), county.name());
    }

    private ResponseEntity<UnitView> answer(UUID id, HttpStatus status) {
        UnitView unit = views.unit(id);
        var response = ResponseEntity.status(status).eTag(ETags.of(unit.version()));
        if (status == HttpStatus.CREATED) {
            response.location(URI.create("/api/units/" + id));
        }
        return response.body(unit);
    }
}
