package org.duban.local.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.duban.local.demo.Cast.CountyOffice;
import org.duban.local.demo.Cast.Member;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Fills an empty Duban with the made-up city 云江市, through the gateway's API only and as its officials would have done it:
 * two months in which a plan is adopted, reports come in, one late and one never, and the conference meets.
 *
 * <p>Interrupted at any point, it goes on where it was when it is run again; run again when complete, it changes nothing.
 */
public final class DemoCity {

    private static final String CITY_PLAN = "云江市基层医疗卫生服务能力提升行动实施方案";
    private static final String COUNTY_PLAN = "临江县慢性病综合防控示范县创建工作方案";
    private static final String MECHANISM = "云江市基层卫生工作联席会议";

    // Two leads that let the office down, so that lights, urging and ranking have something to show.
    private static final String LATE_UNIT = "市住房城乡建设局";
    private static final String SILENT_UNIT = "市文化广电旅游局";
    private static final String RETURNED_UNIT = "市大数据局";

    private final String base;
    private final Memory memory;
    private final Consumer<String> progress;
    private final Map<String, Door> doors = new HashMap<>();
    private final Map<String, JsonNode> units = new LinkedHashMap<>();
    private final List<DemoAccount> accounts = new ArrayList<>();

    /**
     * @param base the gateway's address
     * @param progress told what is being done, a line each
     */
    public DemoCity(String base, Memory memory, Consumer<String> progress) {
        this.base = base;
        this.memory = memory;
        this.progress = progress;
    }

    /** The working morning on which the city's history begins, when it is to end at {@code present}. */
    public static LocalDateTime beginningOf(LocalDateTime present, int months) {
        LocalDate day = YearMonth.from(present).minusMonths(months).atDay(5);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        return day.atTime(8, 30);
    }

    /** @return who can sign in, once units, posts and accounts are there */
    public List<DemoAccount> settle() {
        progress.accept("单位、岗位、账号 units, posts, accounts");
        accounts.clear();
        registerUnits();
        openAccounts();
        return List.copyOf(accounts);
    }

    /**
     * Two months of work by those who have {@linkplain #settle settled}.
     *
     * @param present where the business clock shall stand in the end
     */
    public void live(LocalDateTime present) {
        YearMonth first = YearMonth.from(present).minusMonths(2);
        stage("plans", () -> {
            progress.accept("导入并下达方案 plans");
            adopt(CITY_PLAN, "city-plan.txt", "云江市基层医疗卫生服务能力提升行动实施方案.txt", null);
            adopt(COUNTY_PLAN, "county-plan.txt", "临江县慢性病综合防控示范县创建工作方案.txt", county("临江县"));
            acknowledge(Set.of(SILENT_UNIT));
        });
        stage("meeting", () -> convene(first.plusMonths(1).atDay(15)));
        stage("first-round", () -> {
            progress.accept("第一个月的报送 the first month");
            moveTo(first.atDay(22), 10);
            awaitRound(first);
            submit(first, Set.of(LATE_UNIT));
            acceptAll(first, Set.of());
            moveTo(first.atEndOfMonth(), 16);
            submit(first, Set.of());
            acceptAll(first, Set.of());
        });
        stage("second-round", () -> {
            progress.accept("联席会议与第二个月的报送 the conference and the second month");
            YearMonth second = first.plusMonths(1);
            moveTo(second.atDay(16), 9);
            issueMinutes();
            moveTo(second.atDay(23), 10);
            awaitRound(second);
            submit(second, Set.of(SILENT_UNIT));
            acceptAll(second, Set.of(RETURNED_UNIT));
            sendBack(second);
            complete();
            moveTo(second.atEndOfMonth(), 10);
            urge();
        });
        stage("present", () -> {
            progress.accept("本月 the present month");
            YearMonth now = YearMonth.from(present);
            if (present.getDayOfMonth() >= 8) {
                moveTo(present.toLocalDate().minusDays(1), 15);
                awaitRound(now);
                submitSome(now);
            }
            moveClock(present);
        });
        stage("counties", () -> {
            progress.accept("县级推进 the counties");
            cascade(YearMonth.from(present));
            askForFeatures(present.toLocalDate().plusDays(30));
            setGoals(present.getYear());
        });
    }

    private void stage(String name, Runnable work) {
        if (memory.recall("stage." + name).isEmpty()) {
            work.run();
            memory.remember("stage." + name, "done");
        }
    }

    // ---- the directory

    private void registerUnits() {
        Door admin = door("admin", memory.password("admin"));
        loadUnits(admin);
        for (Member member : Cast.MEMBERS) {
            if (!units.containsKey(member.shortName())) {
                JsonNode unit = admin.post(
                        "/api/units",
                        Map.of(
                                "name", member.name(),
                                "shortName", member.shortName(),
                                "aliases", List.of(),
                                "level", "CITY"));
                units.put(member.shortName(), unit);
            }
        }
        for (CountyOffice office : Cast.COUNTIES) {
            admin.post(
                    "/api/units/registrations",
                    Map.of("county", Map.of("name", office.county()), "names", office.units()));
        }
        loadUnits(admin);
    }

    private void loadUnits(Door admin) {
        for (JsonNode unit : admin.all("/api/units")) {
            String county = unit.path("county").path("name").asString("");
            units.put(county + unit.path("shortName").asString(), unit);
        }
    }

    private void openAccounts() {
        Door admin = door("admin", memory.password("admin"));
        JsonNode health = unit(Cast.HEALTH);
        client(admin, "ADMIN", null, "admin", "系统管理员", memory.password("admin"));
        person(admin, "SUPERVISOR", health, "督查科科长", "楚江遥", "supervisor");
        person(admin, "SECRETARY", health, "联席会议办公室主任", "闻溪午", "secretary");
        person(admin, "CONVENER", unit(Cast.CITY_OFFICE), "分管副市长", "岑望川", "convener");
        person(admin, "CONVENER", unit(Cast.CITY_OFFICE), "市政府副秘书长", "晏临风", "delegate");
        for (CountyOffice office : Cast.COUNTIES) {
            JsonNode unit = unit(office.county() + "县卫生健康局");
            person(admin, "COUNTY_OFFICE", unit, "县督导办主任", office.officer(), office.code());
        }
        for (Member member : Cast.MEMBERS) {
            person(admin, "LIAISON", unit(member.shortName()), "联络员", member.liaison(), member.code());
        }
        for (Member member : Cast.MEMBERS) {
            person(admin, "UNIT_HEAD", unit(member.shortName()), "主要负责人", member.head(), member.code() + "-head");
        }
        for (CountyOffice office : Cast.COUNTIES) {
            for (String name : office.units().subList(1, office.units().size())) {
                JsonNode unit = unit(office.county() + name);
                String code = office.code() + "-" + codeOf(name);
                person(admin, "LIAISON", unit, "联络员", personOf(office, name), code);
            }
        }
    }

    private void person(Door admin, String role, JsonNode unit, String title, String name, String username) {
        String unitId = unit.path("id").asString();
        JsonNode post = admin.all("/api/posts?unit=" + unitId).stream()
                .filter(each -> each.path("title").asString().equals(title))
                .findFirst()
                .orElseGet(() -> admin.post("/api/posts", Map.of("unitId", unitId, "title", title, "role", role)));
        String postId = post.path("id").asString();
        if (post.path("holder").path("personId").asString("").isEmpty()) {
            admin.change(
                    "PUT",
                    "/api/posts/" + postId,
                    "/holder",
                    Map.of("name", name, "email", username + "@yunjiang.example"));
        }
        memory.remember("post." + username, postId);
        String personId = Door.await(
                "person",
                () -> admin.all("/api/posts?unit=" + unitId).stream()
                        .filter(each -> each.path("id").asString().equals(postId))
                        .map(each -> each.path("holder").path("personId").asString(""))
                        .filter(id -> !id.isEmpty())
                        .findFirst()
                        .orElse(null));
        String password = memory.password("account." + username);
        if (memory.recall("account." + username).isEmpty()) {
            JsonNode account =
                    Door.await("account " + username, () -> openAccount(admin, username, personId, password));
            if (account.path("mustChangePassword").asBoolean(false)) {
                admin.change(
                        "PATCH",
                        "/api/accounts",
                        "/" + account.path("id").asString(),
                        Map.of("mustChangePassword", false));
            }
            memory.remember("account." + username, account.path("id").asString());
        }
        client(admin, role, unit, username, name, password);
    }

    private @Nullable JsonNode openAccount(Door admin, String username, String personId, String password) {
        try {
            return admin.post(
                    "/api/accounts", Map.of("username", username, "personId", personId, "password", password));
        } catch (Door.Refused e) {
            // Opened before an interruption.
            return admin.all("/api/accounts").stream()
                    .filter(account -> account.path("username").asString().equals(username))
                    .findFirst()
                    .orElseThrow(() -> e);
        }
    }

    private void client(
            Door admin, String role, @Nullable JsonNode unit, String username, String name, String password) {
        if (memory.recall("client." + username + ".secret").isEmpty()) {
            Map<String, Object> wanted = new HashMap<>(Map.of("name", "演示接口-" + username, "role", role));
            if (unit != null) {
                wanted.put("unitId", unit.path("id").asString());
            }
            JsonNode client = Door.await("client " + username, () -> admin.post("/api/clients", wanted));
            memory.remember(
                    "client." + username + ".id", client.path("clientId").asString());
            memory.remember(
                    "client." + username + ".secret",
                    client.path("clientSecret").asString());
        }
        accounts.add(new DemoAccount(
                role,
                unit == null ? null : unit.path("name").asString(),
                unit == null ? null : unit.path("id").asString(),
                name,
                username,
                password,
                memory.recall("client." + username + ".id").orElse(null),
                memory.recall("client." + username + ".secret").orElse(null),
                false));
    }

    // ---- plans and their rounds

    private void adopt(String title, String resource, String fileName, @Nullable String countyId) {
        Door supervisor = staff("supervisor");
        if (planId(title) != null) {
            return;
        }
        JsonNode reading = supervisor.all("/api/plan-readings").stream()
                .filter(each -> each.path("fileName").asString().equals(fileName))
                .findFirst()
                .orElseGet(() -> supervisor.upload(
                        "/api/plan-readings",
                        fileName,
                        new PlanText(resource).issuedOn(now().toLocalDate()),
                        countyId == null ? Map.of() : Map.of("countyId", countyId)));
        String path = "/api/plan-readings/" + reading.path("id").asString();
        Door.await("units of the plan", () -> {
            JsonNode present = supervisor.get(path);
            boolean known = stream(present.path("units"))
                    .allMatch(unit -> unit.path("state").asString().equals("MATCHED"));
            return known ? present : null;
        });
        for (JsonNode finding : supervisor.get(path).path("findings")) {
            if (finding.path("needsPerson").asBoolean(false)
                    && finding.path("state").asString().equals("OPEN")) {
                supervisor.change(
                        "PATCH", path, "/findings/" + finding.path("id").asString(), Map.of("state", "RESOLVED"));
            }
        }
        supervisor.change("POST", path, "/adoption", Map.of());
    }

    private @Nullable String planId(String title) {
        return staff("supervisor").all("/api/plans").stream()
                .filter(plan -> plan.path("title").asString().contains(title))
                .map(plan -> plan.path("id").asString())
                .findFirst()
                .orElse(null);
    }

    private void acknowledge(Set<String> except) {
        for (JsonNode row : staff("supervisor").all("/api/tasks")) {
            String path = "/api/tasks/" + row.path("id").asString();
            for (JsonNode part : staff("supervisor").get(path).path("parts")) {
                @Nullable Door door = unitDoor(part.path("unit"));
                boolean excepted =
                        except.contains(part.path("unit").path("shortName").asString());
                if (door != null && !excepted && allows(door.get(path), "ACKNOWLEDGE")) {
                    door.change("POST", path, "/acknowledgement", Map.of());
                }
            }
        }
    }

    private static boolean allows(JsonNode task, String action) {
        return stream(task.path("allowed")).anyMatch(each -> each.asString().equals(action));
    }

    /** Two plans are in the first; minutes may add a third later. */
    private void awaitRound(YearMonth period) {
        Door.await(
                "round " + period,
                () -> staff("supervisor").all("/api/rounds?period=" + period).size() >= 2 ? true : null);
    }

    private void submit(YearMonth period, Set<String> except) {
        for (JsonNode report : reports(period, "DUE")) {
            if (!except.contains(report.path("unit").path("shortName").asString())) {
                submit(report);
            }
        }
    }

    /** What a month looks like before its cut-off: some have reported, some of these are accepted, one came back. */
    private void submitSome(YearMonth period) {
        int i = 0;
        for (JsonNode report : reports(period, "DUE")) {
            if (i++ % 2 == 0) {
                submit(report);
            }
        }
        Door supervisor = staff("supervisor");
        int j = 0;
        for (JsonNode report : reports(period, "SUBMITTED")) {
            String path = "/api/reports/" + report.path("id").asString();
            if (j == 0) {
                supervisor.change("POST", path, "/return", Map.of("reason", "请补充本月完成的具体数量和佐证材料。"));
            } else if (j % 3 != 0) {
                supervisor.change("POST", path, "/acceptance", Map.of());
            }
            j++;
        }
    }

    private void submit(JsonNode report) {
        @Nullable Door door = unitDoor(report.path("unit"));
        if (door == null) {
            return;
        }
        int ordinal = report.path("taskOrdinal").asInt(1);
        int before = report.path("previous").path("progress").asInt(0);
        int percent = Math.min(95, before + 9 + (ordinal * 7) % 11);
        String task = report.path("taskTitle").asString("").replaceAll("[。．.]+$", "");
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("progress", percent);
        said.put("done", Words.done(task, ordinal, before));
        said.put("problems", Words.problems(ordinal));
        said.put("next", Words.next(ordinal));
        said.put("indicators", List.of());
        said.put("evidence", List.of());
        door.change("PUT", "/api/reports/" + report.path("id").asString(), "", said);
    }

    private void acceptAll(YearMonth period, Set<String> except) {
        for (JsonNode report : reports(period, "SUBMITTED")) {
            if (!except.contains(report.path("unit").path("shortName").asString())) {
                staff("supervisor")
                        .change("POST", "/api/reports/" + report.path("id").asString(), "/acceptance", Map.of());
            }
        }
    }

    private void sendBack(YearMonth period) {
        for (JsonNode report : reports(period, "SUBMITTED")) {
            staff("supervisor")
                    .change(
                            "POST",
                            "/api/reports/" + report.path("id").asString(),
                            "/return",
                            Map.of("reason", "平台接入家数与上月口径不一致，请核实后重新报送。"));
        }
    }

    private List<JsonNode> reports(YearMonth period, String state) {
        return staff("supervisor").all("/api/reports?period=" + period + "&state=" + state);
    }

    /** One task is done and closed, one waits for the office to verify it. */
    private void complete() {
        Door supervisor = staff("supervisor");
        List<JsonNode> tasks = supervisor.all("/api/tasks?plan=" + planId(CITY_PLAN));
        for (JsonNode task : tasks) {
            int ordinal = task.path("ordinal").asInt();
            String path = "/api/tasks/" + task.path("id").asString();
            @Nullable Door door = unitDoor(task.path("leads").path(0));
            if (door == null || (ordinal != 3 && ordinal != 11) || !allows(door.get(path), "SUBMIT_COMPLETION")) {
                continue;
            }
            if (ordinal == 3) {
                door.change("POST", path, "/completion", Map.of("statement", "《云江市基层卫生人才引育办法》已印发实施，年度定向培养计划全部落实。"));
                supervisor.change("POST", path, "/verification", Map.of("opinion", "文件已核，同意销号。"));
            } else {
                door.change("POST", path, "/completion", Map.of("statement", "县域基层用药目录已统一，两次药品质量专项检查均已完成。"));
            }
        }
    }

    private void urge() {
        // A report is late at once, while its task shows it only once the day has turned in the service, too.
        Set<String> late = new LinkedHashSet<>();
        staff("supervisor")
                .all("/api/reports?light=RED")
                .forEach(report -> late.add(report.path("taskId").asString()));
        for (String task : late) {
            try {
                staff("supervisor")
                        .change("POST", "/api/tasks/" + task, "/urging", Map.of("words", "本月进展情况至今未报，请于今日下班前补报。"));
            } catch (Door.Refused e) {
                // Urged before an interruption: once a day is enough.
                if (e.status() != 409) {
                    throw e;
                }
            }
        }
    }

    // ---- the counties

    /** Two tasks of the city reach every county; one county has begun. */
    private void cascade(YearMonth period) {
        Door supervisor = staff("supervisor");
        String diligent = Cast.COUNTIES.getFirst().county();
        supervisor.all("/api/tasks?plan=" + planId(CITY_PLAN)).stream()
                .map(task -> "/api/tasks/" + task.path("id").asString())
                .filter(path -> allows(supervisor.get(path), "CASCADE"))
                .limit(2)
                .forEach(path -> {
                    // Shared before an interruption: whoever has a share keeps it.
                    if (supervisor.get(path).path("pieces").isEmpty()) {
                        supervisor.change("POST", path, "/cascade", Map.of());
                    }
                    for (JsonNode piece : supervisor.get(path).path("pieces")) {
                        JsonNode office = piece.path("leads").path(0);
                        @Nullable Door door = unitDoor(office);
                        String share = "/api/tasks/" + piece.path("id").asString();
                        if (door != null
                                && office.path("countyName").asString().equals(diligent)
                                && allows(door.get(share), "ACKNOWLEDGE")) {
                            door.change("POST", share, "/acknowledgement", Map.of());
                        }
                    }
                });
        for (JsonNode report : reports(period, "DUE")) {
            if (report.path("unit").path("countyName").asString("").equals(diligent)) {
                submit(report);
            }
        }
    }

    private void askForFeatures(LocalDate dueOn) {
        String path = "/api/feature-calls/" + planId(CITY_PLAN);
        Door supervisor = staff("supervisor");
        if (supervisor.get(path).path("dueOn").isNull()) {
            supervisor.change("PUT", path, "", Map.of("dueOn", dueOn.toString()));
        }
        Door office = account(Cast.COUNTIES.getFirst().code());
        if (office.get(path).path("counties").path(0).path("items").isEmpty()) {
            office.post(
                    path + "/items",
                    Map.of(
                            "title", "乡镇卫生院中药制剂统一配送",
                            "text", "依托县中医院制剂室，为各乡镇卫生院统一配送中药制剂，年内覆盖全部乡镇。"));
        }
    }

    private void setGoals(int year) {
        Door supervisor = staff("supervisor");
        if (!supervisor.all("/api/goals?year=" + year).isEmpty()) {
            return;
        }
        Map<String, String> goals = new LinkedHashMap<>();
        goals.put(Cast.HEALTH, "新建改建20家示范中医馆");
        goals.put("市财政局", "基层卫生专项经费足额按时拨付");
        goals.put(Cast.COUNTIES.getFirst().county() + "县卫生健康局", "全县家庭医生签约服务覆盖率达到75%");
        goals.forEach((unit, text) -> supervisor.post(
                "/api/goals",
                Map.of("unitId", idOf(unit(unit)), "year", year, "goal", Map.of("text", text, "measure", "年底市级考核结果"))));
    }

    // ---- the conference

    private void convene(LocalDate day) {
        progress.accept("联席会议 the joint conference");
        Door secretary = staff("secretary");
        JsonNode mechanism = secretary.all("/api/mechanisms").stream()
                .filter(each -> each.path("name").asString().equals(MECHANISM))
                .findFirst()
                .orElseGet(() -> secretary.post("/api/mechanisms", mechanism()));
        String title = day.getYear() + "年第" + ((day.getMonthValue() + 2) / 3) + "季度联席会议";
        JsonNode meeting = secretary.all("/api/meetings").stream()
                .filter(each -> each.path("title").asString().equals(title))
                .findFirst()
                .orElseGet(() -> secretary.post(
                        "/api/meetings",
                        Map.of(
                                "mechanismId",
                                mechanism.path("id").asString(),
                                "title",
                                title,
                                "kind",
                                "REGULAR",
                                "startsAt",
                                weekday(day).atTime(LocalTime.of(14, 30)) + ":00+08:00",
                                "place",
                                "市政府第三会议室")));
        String path = "/api/meetings/" + meeting.path("id").asString();
        memory.remember("meeting", meeting.path("id").asString());
        Door convener = staff("convener");
        if (secretary.get(path).path("consent").isNull()) {
            convener.change("POST", path, "/consent", Map.of());
        }
        if (secretary.get(path).path("agenda").isEmpty()) {
            for (String topic : List.of("审议紧密型县域医共体建设推进情况", "研究基层卫生人才“县管乡用”经费保障", "通报基层中医馆建设进度")) {
                secretary.change("POST", path, "/agenda-items", Map.of("topic", topic));
            }
        }
        for (JsonNode item : secretary.get(path).path("agenda")) {
            if (item.path("consent").isNull()) {
                convener.change("POST", path, "/agenda-items/" + item.path("id").asString() + "/consent", Map.of());
            }
        }
        for (Member member : Cast.MEMBERS.subList(0, 17)) {
            boolean absent = member.code().equals("tyj");
            boolean deputy = member.code().equals("kjj") || member.code().equals("gaj");
            Map<String, String> reply = absent
                    ? Map.of("reply", "ABSENT", "reason", "参加全省体育工作会议")
                    : deputy ? Map.of("reply", "DEPUTY", "deputyName", member.liaison()) : Map.of("reply", "ATTEND");
            account(member.code()).change("POST", path, "/reply", reply);
        }
    }

    private Map<String, Object> mechanism() {
        List<Map<String, String>> members = Cast.MEMBERS.stream()
                .map(member -> Map.of("unitId", idOf(unit(member.shortName())), "duty", member.duty()))
                .toList();
        return Map.of(
                "name",
                MECHANISM,
                "convenerPostId",
                memory.recall("post.convener").orElseThrow(),
                "delegatePostIds",
                List.of(memory.recall("post.delegate").orElseThrow()),
                "officeUnitId",
                idOf(unit(Cast.HEALTH)),
                "members",
                members,
                "cadence",
                "QUARTER",
                "defaultDueDays",
                10,
                "requestNoticeDays",
                7);
    }

    private void issueMinutes() {
        Door secretary = staff("secretary");
        String path = "/api/meetings/" + memory.recall("meeting").orElseThrow();
        JsonNode meeting = secretary.get(path);
        if (meeting.path("minutes").path("state").asString("").equals("ISSUED")) {
            return;
        }
        List<String> present = Cast.MEMBERS.stream()
                .filter(member -> !member.code().equals("tyj") && !member.code().equals("dsj"))
                .map(member -> idOf(unit(member.shortName())))
                .toList();
        secretary.change("POST", path, "/attendance", Map.of("present", present));
        LocalDate dueOn = now().toLocalDate().plusDays(40);
        secretary.change(
                "PUT",
                path,
                "/minutes",
                Map.of(
                        "text",
                        "会议听取了紧密型县域医共体建设推进情况汇报，研究了基层卫生人才“县管乡用”经费保障，通报了基层中医馆建设进度。会议强调，各成员单位要压实责任、加强协同，确保年度目标如期完成。",
                        "documentNumber",
                        "云江市基层卫生联席会议纪要〔" + now().getYear() + "〕3号",
                        "resolutions",
                        List.of(
                                Map.of(
                                        "text",
                                        "由市财政局会同市人力资源社会保障局提出“县管乡用”人才经费保障方案，报联席会议办公室。",
                                        "leadUnitIds",
                                        List.of(idOf(unit("市财政局"))),
                                        "cooperatingUnitIds",
                                        List.of(idOf(unit("市人力资源社会保障局")), idOf(unit(Cast.HEALTH))),
                                        "dueOn",
                                        dueOn.toString()),
                                Map.of(
                                        "text",
                                        "由市医保局牵头完善医共体医保总额付费考核细则，市卫生健康委配合。",
                                        "leadUnitIds",
                                        List.of(idOf(unit("市医保局"))),
                                        "cooperatingUnitIds",
                                        List.of(idOf(unit(Cast.HEALTH)))))));
        secretary.change("POST", path, "/minutes/issue", Map.of());
        for (Member member : Cast.MEMBERS.subList(0, 14)) {
            account(member.code()).change("POST", path, "/receipt", Map.of());
        }
    }

    // ---- time

    private LocalDateTime now() {
        String now = staff("supervisor").get("/api/local/clock").path("now").asString();
        return OffsetDateTime.parse(now)
                .withOffsetSameInstant(ZoneOffset.ofHours(8))
                .toLocalDateTime();
    }

    private void moveTo(LocalDate day, int hour) {
        moveClock(day.atTime(hour, 0));
    }

    private void moveClock(LocalDateTime moment) {
        if (now().isBefore(moment)) {
            Door supervisor = staff("supervisor");
            supervisor.change(
                    "PUT",
                    "/api/local/clock",
                    "",
                    Map.of("now", moment.truncatedTo(ChronoUnit.MINUTES).toString()));
        }
    }

    private static LocalDate weekday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.minusDays(1);
            case SUNDAY -> day.minusDays(2);
            default -> day;
        };
    }

    // ---- people at their desks

    private Door staff(String username) {
        return account(username);
    }

    private Door account(String username) {
        return door(username, memory.password("account." + username));
    }

    private Door door(String username, String password) {
        return doors.computeIfAbsent(
                username,
                name -> Door.await("rights of " + name, () -> {
                    Door door = Door.signedIn(base, name, password);
                    // The rights follow the post, of which the gateway learns by event.
                    return door.get("/api/me").path("roles").isEmpty() ? null : door;
                }));
    }

    private @Nullable Door unitDoor(JsonNode unit) {
        String id = idOf(unit);
        return accounts.stream()
                .filter(account -> id.equals(account.unitId())
                        && (account.role().equals("LIAISON") || account.role().equals("COUNTY_OFFICE")))
                .findFirst()
                .map(account -> account(account.username()))
                .orElse(null);
    }

    private JsonNode unit(String shortName) {
        JsonNode unit = units.get(shortName);
        if (unit == null) {
            throw new IllegalStateException("no unit " + shortName + " among " + units.keySet());
        }
        return unit;
    }

    private @Nullable String county(String name) {
        return unit(name + "县卫生健康局").path("county").path("id").asString();
    }

    private static String idOf(JsonNode unit) {
        return unit.path("id").asString();
    }

    private static String codeOf(String unit) {
        return switch (unit) {
            case "县教育局" -> "jyj";
            case "县财政局" -> "czj";
            case "县民政局" -> "mzj";
            default -> "wjj";
        };
    }

    private static String personOf(CountyOffice office, String unit) {
        String given = switch (unit) {
            case "县教育局" -> "闻笛";
            case "县财政局" -> "守拙";
            default -> "采薇";
        };
        return (office.code().equals("linjiang") ? "荀" : "蔺") + given;
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        List<JsonNode> items = new ArrayList<>();
        list.forEach(items::add);
        return items.stream();
    }
}
