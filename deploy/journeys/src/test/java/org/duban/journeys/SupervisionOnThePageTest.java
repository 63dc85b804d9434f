package org.duban.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.duban.journeys.Filling.button;
import static org.duban.journeys.Filling.choose;
import static org.duban.journeys.Filling.comesToSee;
import static org.duban.journeys.Filling.confirm;
import static org.duban.journeys.Filling.day;
import static org.duban.journeys.Filling.dialog;
import static org.duban.journeys.Filling.field;
import static org.duban.journeys.Filling.find;
import static org.duban.journeys.Filling.kept;
import static org.duban.journeys.Filling.row;
import static org.duban.journeys.Filling.saying;
import static org.duban.journeys.Screens.button;
import static org.duban.journeys.Screens.exactly;
import static org.duban.journeys.Screens.pictures;
import static org.duban.journeys.Screens.signInFirst;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Three weeks of supervision at the screens of four people: the city's supervisor, the liaison officer and the head of a unit, and a
 * county's office. Room by room, each sees what the others did.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SupervisionOnThePageTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PLAN = "云江市家庭医生签约服务提升实施方案";
    private static final String OTHER = "云江市基层卫生服务能力提升工作方案";
    private static final String REPORTED = "做实家庭医生签约服务";
    private static final String CLOSED = "制定签约服务经费办法";
    private static final String LATE = "推进签约信息互通";
    private static final String SHARED = "加强签约服务考核";
    private static final String DONE = "已与12家医疗机构签订服务协议，覆盖重点人群3.2万人。";
    private static final FilePayload PROOF = new FilePayload("签约现场.png", "image/png", aPicture());

    private OnThePage office;
    private Page supervisor;
    private Page liaison;
    private Page head;
    private Page county;
    private String plan;
    private String room;
    private final Map<String, String> tasks = new LinkedHashMap<>();
    private final List<String> toShow = new ArrayList<>();

    @BeforeAll
    void fourPeopleAndTwoPlans() {
        office = OnThePage.start();
        office.screens().watching(() -> {
            supervisor = office.supervisor();
            var city = office.city();
            var insurance = id(city.registerCityUnit("云江市医疗保障局", "市医保局"));
            city.registerCityUnit("云江市民政局", "市民政局");
            liaison = atTheirDesk(insurance, "联络员", "LIAISON", "阮知秋", "liaison");
            head = atTheirDesk(insurance, "局长", "UNIT_HEAD", "葛千帆", "head");
            county = atTheirDesk(registeredIn("临江县"), "县督导办主任", "COUNTY_OFFICE", "骆行舟", "river");
            city.account(city.post(registeredIn("云山县"), "县督导办主任", "COUNTY_OFFICE"), "简溪亭", "cloud");
            adopt(
                    PLAN,
                    "云卫发〔2023〕11号",
                    REPORTED + "。扩大签约范围，丰富服务内容，重点人群签约服务覆盖率达到75%以上。（牵头单位：市医保局；配合单位：市民政局）",
                    CLOSED + "。出台家庭医生签约服务经费管理办法，6月底前印发。（牵头单位：市医保局）",
                    LATE + "。签约服务信息与全民健康信息平台互通，9月底前完成。（牵头单位：市医保局）",
                    SHARED + "。制定签约服务考核细则，10月底前组织考核。（牵头单位：市医保局；配合单位：市民政局）");
            adopt(OTHER, "云卫发〔2023〕12号", "扩大重点人群签约。落实签约服务政策，重点人群签约服务覆盖率达到75%以上。（牵头单位：市医保局）");
            for (var task : office.tasksOf(PLAN)) {
                tasks.put(
                        task.get("title").asString().replaceFirst("。.*", ""),
                        task.get("id").asString());
                plan = task.get("planId").asString();
            }
            assertThat(tasks).containsOnlyKeys(REPORTED, CLOSED, LATE, SHARED);
        });
    }

    @BeforeEach
    void entering(TestInfo test) {
        room = test.getTestMethod().orElseThrow().getName();
    }

    private void told(Runnable story) {
        office.screens().watching("failed-" + room, story);
    }

    private static String id(JsonNode node) {
        return node.get("id").asString();
    }

    private String registeredIn(String county) {
        return id(office.city()
                .admin()
                .post("/api/units/registrations", Map.of("county", Map.of("name", county), "names", List.of("县卫生健康局")))
                .is(201)
                .json()
                .get("units")
                .get(0));
    }

    private Page atTheirDesk(String unit, String title, String role, String name, String username) {
        var city = office.city();
        var initial = city.account(city.post(unit, title, role), name, username);
        var page = office.screens().desk();
        signInFirst(page, username, initial);
        return page;
    }

    private void adopt(String title, String number, String... asked) {
        var text = new StringBuilder("""
                %s

                云江市卫生健康委员会关于印发%s的通知

                市级有关部门：
                现印发给你们，请认真贯彻执行。

                云江市卫生健康委员会
                2023年3月10日

                %s

                一、重点任务
                """.formatted(number, title, title));
        for (int i = 0; i < asked.length; i++) {
            text.append(i + 1).append('.').append(asked[i]).append('\n');
        }
        supervisor.navigate("/plans/import");
        supervisor
                .locator("input[type=file]")
                .setInputFiles(new FilePayload(
                        title + ".txt", "text/plain", text.toString().getBytes(StandardCharsets.UTF_8)));
        supervisor.waitForURL(Pattern.compile(".*/plans/readings/.*"));
        String reading = "/api/plan-readings/" + supervisor.url().replaceFirst(".*/", "");
        await("the units are known")
                .atMost(Duration.ofSeconds(30))
                .until(() -> got(reading).get("units").findValuesAsString("state").stream()
                        .allMatch("MATCHED"::equals));
        supervisor.reload();
        button(supervisor, "采纳并交办").click();
        button(supervisor, "采纳").click();
        assertThat(supervisor.getByText("计划已采纳", exactly())).isVisible();
    }

    private JsonNode got(String path) {
        return JSON.readTree(supervisor.request().get(path).body());
    }

    @AfterAll
    void stop() {
        if (office != null) {
            office.close();
        }
    }

    private static byte[] aPicture() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private String pageOf(String task) {
        return "/tasks/" + tasks.get(task);
    }

    private static Locator panel(Page page, String title) {
        return page.locator("section.panel")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(
                                AriaRole.HEADING,
                                new Page.GetByRoleOptions().setName(title).setExact(true))));
    }

    /** A button whose icon has a name of its own. */
    private static Locator pictured(Page page, String words) {
        return page.locator("button")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + words + "\\s*$")));
    }

    private static void says(Page page, String title, String label, String words, String action) {
        var asked = dialog(page, title);
        field(asked, label).fill(words);
        button(asked, action).click();
        assertThat(asked).isHidden();
    }

    /** A file is attached, and the form is ready to be sent with it. */
    private static void proved(Locator form) {
        form.locator("input[type=file]").setInputFiles(PROOF);
        assertThat(form.locator("ul.evidence button.name")).hasText(PROOF.name);
        assertThat(form.locator(".ant-btn-loading")).hasCount(0);
    }

    // ---- rounds and reports

    @Test
    @Order(1)
    void aPlansRoundRulesAreSetAndItsRoundIsOpen() {
        told(() -> {
            supervisor.navigate("/plans");
            button(row(supervisor, PLAN), "调度规则").click();
            var rules = dialog(supervisor, "调度规则");
            choose(supervisor, field(rules, "每月截止日"), "24日");
            field(rules, "报送须经单位负责人签发").check();
            button(rules, "保存").click();
            assertThat(row(supervisor, PLAN)).containsText("每月24日");

            supervisor.navigate("/rounds");
            assertThat(row(supervisor, PLAN)).containsText("2023年3月");
            assertThat(row(supervisor, PLAN)).containsText("进行中");
            // Open already: asked for once more, it stays one.
            button(supervisor, "补开一期").click();
            var opening = dialog(supervisor, "补开一期调度");
            choose(supervisor, field(opening, "计划"), PLAN);
            button(opening, "开启").click();
            assertThat(opening).isHidden();
            assertThat(supervisor.locator("tbody tr").filter(saying(PLAN))).hasCount(1);
        });
    }

    @Test
    @Order(2)
    void aReportIsSignedReturnedSignedAgainAndAccepted() {
        told(() -> {
            liaison.navigate(pageOf(REPORTED));
            button(liaison, "签收").click();
            liaison.navigate("/");
            owed(liaison, "填写报送");
            writeReport(DONE);
            signed();

            supervisor.navigate("/review");
            assertThat(supervisor.getByText(DONE)).isVisible();
            supervisor
                    .locator("ul.evidence button.name")
                    .filter(saying(PROOF.name))
                    .click();
            assertThat(dialog(supervisor, PROOF.name).locator("img")).isVisible();
            supervisor.keyboard().press("Escape");
            assertThat(dialog(supervisor, PROOF.name)).isHidden();
            button(supervisor, "退回修改").click();
            says(supervisor, "退回报送", "退回原因", "请写明覆盖率。", "退回");

            liaison.navigate("/");
            assertThat(liaison.getByText("退回：请写明覆盖率。")).isVisible();
            owed(liaison, "修改后重报");
            field(liaison.locator("main"), "本月进展").fill(DONE + "覆盖率41%。");
            button(liaison, "提交负责人签发").click();
            liaison.waitForURL(Pattern.compile(".*/reports$"));
            signed();

            supervisor.navigate("/review");
            assertThat(supervisor.getByText("覆盖率41%").first()).isVisible();
            button(supervisor, "审核通过").click();
            assertThat(supervisor.getByText("待审核的报送已全部处理")).isVisible();
        });
    }

    @Test
    @Order(3)
    void whatWaitsToBeAcknowledgedIsAcknowledgedFromTheToDoList() {
        told(() -> {
            liaison.navigate("/");
            for (String each : List.of(LATE, SHARED, "扩大重点人群签约")) {
                var task = panel(liaison, "待签收").locator("li").filter(saying(each));
                button(task, "签收").click();
                assertThat(task).isHidden();
            }
            assertThat(panel(liaison, "待签收").locator("li")).hasCount(1);
        });
    }

    private static void owed(Page page, String act) {
        button(page.locator("ul.work li").filter(saying(REPORTED)).first(), act).click();
        page.waitForURL(Pattern.compile(".*/reports/.+"));
    }

    private void writeReport(String done) {
        var form = liaison.locator("main");
        field(form, "进度百分比").fill("30");
        field(form, "本月进展").fill(done);
        proved(form);
        button(liaison, "提交负责人签发").click();
        liaison.waitForURL(Pattern.compile(".*/reports$"));
    }

    private void signed() {
        head.navigate("/");
        owed(head, "签发");
        assertThat(head.getByText("请签发这份报送")).isVisible();
        button(head, "签发").click();
        assertThat(head.getByText("待审核").first()).isVisible();
    }

    // ---- the life of a task

    @Test
    @Order(10)
    void aTasksMilestonesAreProposedAndConfirmed() {
        told(() -> {
            liaison.navigate(pageOf(CLOSED));
            button(liaison, "签收").click();
            assertThat(liaison.getByText("已签收").first()).isVisible();
            button(liaison, "拟定节点").click();
            var milestones = dialog(liaison, "拟定时间节点");
            pictured(liaison, "添加节点").click();
            field(milestones, "节点名称").fill("办法征求意见");
            day(field(milestones, "节点日期"), "2023-04-28");
            field(milestones, "节点进度").fill("40");
            button(milestones, "提交").click();
            assertThat(liaison.getByText("牵头单位拟定的时间节点，待确认")).isVisible();

            supervisor.navigate(pageOf(CLOSED));
            button(supervisor, "核对确认").click();
            button(dialog(supervisor, "设定时间节点"), "设定").click();
            assertThat(supervisor.getByText("牵头单位拟定的时间节点，待确认")).isHidden();
            assertThat(supervisor.getByText("办法征求意见（40%）")).isVisible();
        });
    }

    @Test
    @Order(11)
    void anExtensionIsGrantedAndTheFirstDayStaysInSight() {
        told(() -> {
            liaison.navigate(pageOf(CLOSED));
            button(liaison, "申请延期").click();
            var asked = dialog(liaison, "申请延期");
            day(field(asked, "希望延期至"), "2023-07-31");
            field(asked, "延期理由").fill("须待省级文件出台后衔接。");
            button(asked, "提交申请").click();
            assertThat(liaison.getByText("待审核").first()).isVisible();

            supervisor.navigate(pageOf(CLOSED));
            button(supervisor, "审核延期").click();
            button(dialog(supervisor, "审核延期申请"), "同意延期").click();
            assertThat(supervisor.getByText("原定 2023-06-30").first()).isVisible();
            assertThat(panel(supervisor, "延期申请")).containsText("2023-06-30 → 2023-07-31");
        });
    }

    @Test
    @Order(12)
    void aCommentReachesWhomItMentionsAndWhoWatches() {
        told(() -> {
            head.navigate(pageOf(CLOSED));
            pictured(head, "关注").click();
            assertThat(pictured(head, "已关注")).isVisible();

            supervisor.navigate(pageOf(CLOSED));
            var comments = panel(supervisor, "沟通记录");
            field(comments, "沟通内容").fill("请于下周报送征求意见稿。");
            find(supervisor, field(comments, "提醒的单位"), "市医保局");
            button(comments, "发出").click();
            assertThat(comments.getByText("提醒：市医保局")).isVisible();

            comesToSee(liaison, "/alerts", "沟通提醒");
            liaison.getByText("沟通提醒").first().click();
            liaison.waitForURL(Pattern.compile(".*" + pageOf(CLOSED) + "$"));
            assertThat(liaison.getByText("请于下周报送征求意见稿。")).isVisible();
            var answer = panel(liaison, "沟通记录");
            field(answer, "沟通内容").fill("已安排，下周三前报送。");
            button(answer, "发出").click();
            assertThat(answer.getByText("已安排，下周三前报送。")).isVisible();
            comesToSee(head, "/alerts", "关注·沟通");
        });
    }

    @Test
    @Order(13)
    void aTaskIsDecomposedItsPieceClosedThenTheTaskItself() {
        told(() -> {
            liaison.navigate(pageOf(CLOSED));
            button(liaison, "分解任务").click();
            var piece = dialog(liaison, "分解任务");
            field(piece, "事项名称").fill("测算临江县签约经费");
            field(piece, "事项内容").fill("测算全县签约服务所需经费，提出分担比例。");
            find(liaison, field(piece, "承担单位"), "临江县卫生健康局");
            button(piece, "下达").click();
            assertThat(piece).isHidden();
            assertThat(panel(liaison, "分解事项")).containsText("测算临江县签约经费");

            comesToSee(county, "/", "测算临江县签约经费");
            panel(county, "待签收").getByText("测算临江县签约经费").click();
            county.waitForURL(Pattern.compile(".*/tasks/.+"));
            button(county, "签收").click();
            assertThat(county.getByText("已签收").first()).isVisible();
            completed(county, "经费需求320万元，县级承担60%。");

            liaison.navigate(pageOf(CLOSED));
            panel(liaison, "分解事项").getByText("测算临江县签约经费").click();
            liaison.waitForURL(url -> !url.endsWith(pageOf(CLOSED)));
            button(liaison, "核验销号").click();
            button(dialog(liaison, "核验销号"), "同意销号").click();
            assertThat(liaison.getByText("已销号").first()).isVisible();
            liaison.navigate(pageOf(CLOSED));
            completed(liaison, "《家庭医生签约服务经费管理办法》已印发。");

            supervisor.navigate("/");
            assertThat(panel(supervisor, "待核验的办结申请")).containsText(CLOSED);
            supervisor.navigate(pageOf(CLOSED));
            button(supervisor, "核验销号").click();
            says(supervisor, "核验销号", "核验意见（可不填）", "文件已核，同意销号。", "同意销号");
            assertThat(supervisor.getByText("已销号").first()).isVisible();
            toShow.add(pageOf(CLOSED));
        });
    }

    private static void completed(Page page, String statement) {
        button(page, "申请办结").click();
        var asked = dialog(page, "申请办结");
        field(asked, "完成情况说明").fill(statement);
        proved(asked);
        button(asked, "提交").click();
        assertThat(asked).isHidden();
        assertThat(page.getByText("待核验").first()).isVisible();
    }

    // ---- urging and notices

    @Test
    @Order(20)
    void aUnitIsUrgedOnceADay() {
        told(() -> {
            supervisor.navigate(pageOf(LATE));
            urge();
            assertThat(dialog(supervisor, "催办")).isHidden();
            assertThat(panel(supervisor, "催办督办")).containsText("请尽快启动。");
            urge();
            assertThat(supervisor.getByText("今天已经催办过，同一单位同一任务每个工作日只催办一次。")).isVisible();
            button(dialog(supervisor, "催办"), "取消").click();
            comesToSee(liaison, "/alerts", "催办");
        });
    }

    private void urge() {
        button(supervisor, "催办").click();
        var urging = dialog(supervisor, "催办");
        field(urging, "催办附言").fill("请尽快启动。");
        button(urging, "发出催办").click();
    }

    @Test
    @Order(21)
    void aNoticeIsIssuedAppealedAgainstUpheldAndAnswered() {
        told(() -> {
            supervisor.navigate(pageOf(LATE));
            button(panel(supervisor, "催办督办"), "拟督办单").click();
            says(supervisor, "拟督办单", "督办事由", "平台互通至今未启动。", "拟好，待签发");
            supervisor.navigate("/notices?state=PROPOSED");
            row(supervisor, LATE).getByText("未编号").click();
            supervisor.waitForURL(Pattern.compile(".*/notices/.+"));
            String notice = supervisor.url().replaceFirst("^https?://[^/]+", "");
            toShow.add(notice);
            button(supervisor, "签发").click();
            button(dialog(supervisor, "签发蓝色督办单"), "签发").click();
            var paper = pictured(supervisor, "下载公文");
            assertThat(paper).isVisible();
            String number =
                    supervisor.locator("h1").innerText().replace("蓝色督办单", "").strip();
            assertThat(word(supervisor, paper)).contains(number).contains("平台互通至今未启动。");

            comesToSee(liaison, "/notices", number);
            liaison.navigate(notice);
            button(liaison, "签收").click();
            assertThat(button(liaison, "反馈办理情况")).isVisible();
            button(liaison, "申诉").click();
            says(liaison, "申诉", "申诉理由", "省级平台接口尚未开放。", "提出申诉");
            assertThat(liaison.getByText("申诉中").first()).isVisible();

            supervisor.navigate("/notices?state=APPEALED");
            row(supervisor, LATE).getByText(number).click();
            button(supervisor, "作出结论").click();
            var decision = dialog(supervisor, "申诉结论");
            field(decision, "维持督办单").check();
            field(decision, "说明").fill("接口已于本月开放，请按期启动。");
            button(decision, "告知单位").click();
            assertThat(supervisor.locator(".facts")).containsText("维持。接口已于本月开放");

            liaison.navigate(notice);
            button(liaison, "反馈办理情况").click();
            says(liaison, "反馈办理情况", "办理情况、逾期原因和整改措施", "已成立专班，本周完成联调。", "反馈");
            assertThat(liaison.getByText("已反馈").first()).isVisible();
        });
    }

    private static String word(Page page, Locator button) {
        try {
            return new WordDocument(Files.readAllBytes(kept(page, button))).text();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // ---- indicators

    @Test
    @Order(30)
    void oneTargetOfTwoPlansIsJoinedMeasuredAndForecast() {
        told(() -> {
            supervisor.navigate("/indicators");
            assertThat(supervisor.getByText("有 1 组指标口径和目标相同，疑似同一指标")).isVisible();
            button(supervisor, "逐组确认").click();
            var pairs = dialog(supervisor, "疑似同一指标");
            assertThat(pairs).containsText(PLAN);
            assertThat(pairs).containsText(OTHER);
            button(pairs, "合并为一项").click();
            assertThat(pairs).containsText("没有需要确认的");
            supervisor.navigate("/indicators");
            assertThat(row(supervisor, "75%")).containsText("等 2 个计划");
            row(supervisor, "75%").locator("a").first().click();
            supervisor.waitForURL(Pattern.compile(".*/indicators/.+"));
            String joined = supervisor.url().replaceFirst("^https?://[^/]+", "");
            toShow.add(joined);
            assertThat(panel(supervisor, "由谁提出")).containsText(OTHER);

            liaison.navigate(joined);
            assertThat(liaison.getByText("尚无数据").first()).isVisible();
            measured("2023年1月", "48");
            measured("2023年2月", "55");
            measured("2023年3月", "61");
            assertThat(panel(liaison, "走势")).containsText("按目前进度，预计2023年");
            assertThat(panel(liaison, "走势").locator("[role=img]")).isVisible();
            supervisor.navigate("/indicators");
            assertThat(row(supervisor, "75%")).containsText("61%");
            assertThat(row(supervisor, "75%").locator("svg[role=img]")).isVisible();
        });
    }

    private void measured(String period, String value) {
        button(liaison, "填报数值").click();
        var entry = liaison.getByRole(AriaRole.DIALOG);
        choose(liaison, field(entry, "时段"), period);
        field(entry, "数值").fill(value);
        button(entry, "保存").click();
        assertThat(entry).isHidden();
        assertThat(panel(liaison, "填报和更正")).containsText(period + "：" + value);
    }

    @Test
    @Order(31)
    void anIndicatorBesideThePlansIsSet() {
        told(() -> {
            supervisor.navigate("/indicators");
            button(supervisor, "新增指标").click();
            var defining = dialog(supervisor, "新增指标");
            field(defining, "指标名称").fill("县域内就诊率");
            field(defining, "目标值").fill("90");
            day(field(defining, "达到时限（可不填）"), "2023-12-31");
            find(supervisor, field(defining, "填报单位（可不选）"), "市医保局");
            button(defining, "新增").click();
            supervisor.waitForURL(Pattern.compile(".*/indicators/.+"));
            assertThat(supervisor.locator(".facts")).containsText("不低于90%");
            liaison.navigate("/indicators");
            assertThat(row(liaison, "县域内就诊率")).containsText("尚无数据");
        });
    }

    // ---- hand-ins

    @Test
    @Order(40)
    void everyUnitIsAskedForAHandInAndOneAnswers() {
        told(() -> {
            supervisor.navigate("/hand-ins");
            button(supervisor, "要求报送").click();
            var asking = dialog(supervisor, "要求报送材料");
            choose(supervisor, field(asking, "计划"), PLAN);
            field(asking, "材料名称").fill("一季度自评报告");
            day(field(asking, "截止日"), "2023-04-10");
            button(asking, "下达").click();
            assertThat(asking).isHidden();
            assertThat(row(supervisor, "市民政局")).containsText("一季度自评报告");

            comesToSee(liaison, "/", "一季度自评报告");
            liaison.getByText("一季度自评报告").first().click();
            liaison.waitForURL(Pattern.compile(".*/hand-ins/.+"));
            handIn("一季度自评得分96分，报告随文报送。");
            supervisor.navigate("/hand-ins");
            assertThat(row(supervisor, "市医保局")).containsText("已报送");
            assertThat(row(supervisor, "市民政局")).containsText("待报送");
        });
    }

    private void handIn(String words) {
        field(liaison.locator("main"), "报送内容").fill(words);
        button(liaison, "报送").click();
        assertThat(button(liaison, "重新报送")).isVisible();
    }

    @Test
    @Order(41)
    void aTaskOwesFiveArtefactsEveryYear() {
        told(() -> {
            String here = "/hand-ins/yearly?plan=" + plan;
            supervisor.navigate(here);
            button(supervisor, "设定任务和截止日").click();
            var rules = dialog(supervisor, "每年须报的材料");
            field(rules, "任务").fill(SHARED);
            supervisor
                    .locator(".ant-select-dropdown:visible .ant-select-item-option")
                    .first()
                    .click();
            field(rules, "计划月").fill("3");
            field(rules, "计划日").fill("31");
            field(rules, "部署月").fill("4");
            field(rules, "部署日").fill("28");
            button(rules, "保存").click();
            assertThat(rules).isHidden();
            assertThat(row(supervisor, SHARED).getByText("待报送")).hasCount(5);

            liaison.navigate(here);
            row(liaison, SHARED).getByText("待报送").first().click();
            liaison.waitForURL(Pattern.compile(".*/hand-ins/[^?]+$"));
            handIn("2023年度考核计划已印发。");
            supervisor.navigate(here);
            assertThat(row(supervisor, SHARED).getByText("已报送")).hasCount(1);
            assertThat(row(supervisor, SHARED).getByText("待报送")).hasCount(4);
        });
    }

    // ---- rectification

    @Test
    @Order(50)
    void aProblemIsPutRightInspectedAgainAndStillHolds() {
        told(() -> {
            supervisor.navigate("/rectifications");
            button(supervisor, "登记问题").click();
            var finding = dialog(supervisor, "登记问题");
            field(finding, "地点（可不填）").fill("临江县第二人民医院");
            field(finding, "存在的问题").fill("签约服务台账登记不全，抽查20份缺随访记录7份。");
            find(supervisor, field(finding, "责任单位"), "市医保局");
            button(finding, "登记").click();
            supervisor.waitForURL(Pattern.compile(".*/rectifications/.+"));
            String item = supervisor.url().replaceFirst("^https?://[^/]+", "");
            toShow.add(item);

            comesToSee(liaison, item, "提交整改方案");
            button(liaison, "提交整改方案").click();
            var planned = dialog(liaison, "整改方案");
            field(planned, "原因分析").fill("随访责任没有落实到人。");
            field(planned, "整改措施").fill("逐户补录，建立月度抽查制度。");
            day(field(planned, "整改时限"), "2023-04-28");
            button(planned, "提交").click();
            assertThat(liaison.getByText("方案待审核").first()).isVisible();

            supervisor.navigate(item);
            button(supervisor, "同意方案").click();
            button(dialog(supervisor, "同意整改方案"), "同意").click();
            assertThat(supervisor.getByText("整改中").first()).isVisible();

            liaison.navigate(item);
            button(liaison, "申请复查").click();
            var done = dialog(liaison, "完成整改，申请复查");
            field(done, "整改情况").fill("已补录7份随访记录，建立抽查制度。");
            proved(done);
            button(done, "提交").click();
            assertThat(liaison.getByText("待复查").first()).isVisible();

            supervisor.navigate(item);
            assertThat(supervisor.locator("ul.evidence")).containsText(PROOF.name);
            button(supervisor, "复查").click();
            button(dialog(supervisor, "复查"), "合格，销号").click();
            assertThat(supervisor.getByText("已销号").first()).isVisible();
            button(supervisor, "回头看").click();
            says(supervisor, "回头看", "回头看的情况", "随机抽查20份，随访记录齐全。", "记录结果");
            assertThat(supervisor.getByText("长效保持").first()).isVisible();
        });
    }

    // ---- the month is over

    @Test
    @Order(60)
    void theRoundIsClosedAndItsBulletinSaysWhatTheDashboardSays() {
        told(() -> {
            office.city().clockTo("2023-03-28T09:00");
            supervisor.navigate("/rounds");
            for (String each : List.of(PLAN, OTHER)) {
                button(row(supervisor, each), "结束本期").click();
                confirm(supervisor, "结束本期");
                assertThat(row(supervisor, each)).containsText("已结束");
            }
            var round = row(supervisor, PLAN);
            round.getByText("通报").click();
            supervisor.waitForURL(Pattern.compile(".*/bulletin$"));
            String bulletin = supervisor.url().replaceFirst("^https?://[^/]+", "");
            toShow.add(bulletin);
            toShow.add(bulletin.replace("bulletin", "facts"));
            field(supervisor.locator("main"), "点评").fill("请未报送的单位说明情况。");
            button(supervisor, "保存并更新预览").click();
            assertThat(supervisor.getByLabel("公文预览")).containsText("请未报送的单位说明情况。");
            button(supervisor, "印发").click();
            confirm(supervisor, "印发");
            assertThat(supervisor.getByText(Pattern.compile("^已印发 .+"))).isVisible();
            String paper = word(supervisor, pictured(supervisor, "下载公文"));
            assertThat(paper).contains("请未报送的单位说明情况。");

            supervisor.navigate("/rounds");
            row(supervisor, PLAN).getByText("看板").click();
            supervisor.waitForURL(Pattern.compile(".*/dashboard.*"));
            assertThat(supervisor.locator(".figures")).containsText(Pattern.compile("\\d+ / \\d+"));
            String figures = supervisor.locator(".figures").innerText();
            assertThat(paper)
                    .contains("共有任务%s项，已办结%s项"
                            .formatted(number(figures, "任务总数\\s*(\\d+)"), number(figures, "已销号 (\\d+) 项")))
                    .contains("应报送进展%s份，已报送%s份"
                            .formatted(
                                    number(figures, "已报 / 应报\\s*\\d+ / (\\d+)"),
                                    number(figures, "已报 / 应报\\s*(\\d+) / \\d+")));
        });
    }

    private static String number(String words, String pattern) {
        var found = Pattern.compile(pattern).matcher(words);
        assertThat(found.find()).as(pattern + " in " + words).isTrue();
        return found.group(1);
    }

    @Test
    @Order(61)
    void theNextRoundOpensByItselfOnThePlansDay() {
        told(() -> {
            office.city().clockTo("2023-04-03T09:00");
            comesToSee(supervisor, "/rounds?period=2023-04", "2023-04-24");
            assertThat(row(supervisor, PLAN)).containsText("进行中");
        });
    }

    @Test
    @Order(62)
    void lightRulesAreTriedOnThePastBeforeTheyAreAdopted() {
        told(() -> {
            supervisor.navigate("/light-rules");
            var blue = supervisor.locator("fieldset.light-rules").nth(2);
            field(blue, "临近办结期限").check();
            field(blue, "临近办结期限的数字").fill("300");
            field(blue, "临近办结期限的数字").blur();
            button(panel(supervisor, "试算"), "试算").click();
            assertThat(panel(supervisor, "试算")).containsText(Pattern.compile("有差别的 [1-9]"));
            button(supervisor, "确定执行日期").click();
            says(supervisor, "执行新的亮灯规则", "调整的原因", "经3月调度会研究，提前提醒。", "确定");
            assertThat(panel(supervisor, "历次调整")).containsText("待执行");
            assertThat(panel(supervisor, "历次调整")).containsText("经3月调度会研究，提前提醒。");
        });
    }

    @Test
    @Order(63)
    void aMonthIsSettledAndAnAppealIsHeard() {
        told(() -> {
            supervisor.navigate("/assessments?month=2023-03");
            button(supervisor, "核定公布").click();
            confirm(supervisor, "核定公布");
            assertThat(supervisor.getByText("已核定").first()).isVisible();

            liaison.navigate("/assessments?month=2023-03");
            row(liaison, "市医保局").locator("a").first().click();
            liaison.waitForURL(Pattern.compile(".*/assessments/sheets/.+"));
            String sheet = liaison.url().replaceFirst("^https?://[^/]+", "");
            toShow.add(sheet);
            var lines = liaison.locator(".scored li");
            lines.first().locator("a").first().click();
            liaison.waitForURL(Pattern.compile(".*/(reports|tasks|notices)/.+"));
            liaison.navigate(sheet);
            button(liaison, "申诉").first().click();
            says(liaison, "对这条扣分提出申诉", "申诉理由", "当日系统停机，无法报送。", "提出申诉");
            assertThat(liaison.getByText("待裁定").first()).isVisible();

            supervisor.navigate("/assessments/appeals");
            button(row(supervisor, "当日系统停机"), "裁定").click();
            says(supervisor, "裁定申诉", "裁定理由", "情况属实。", "申诉成立，退还");
            assertThat(row(supervisor, "当日系统停机")).containsText("申诉成立");
            liaison.navigate(sheet);
            assertThat(liaison.getByText("公布时").first()).isVisible();
        });
    }

    // ---- counties

    @Test
    @Order(70)
    void aTaskReachesEveryCounty() {
        told(() -> {
            supervisor.navigate(pageOf(SHARED));
            button(supervisor, "分解到县区").click();
            var cascade = dialog(supervisor, "分解到县区");
            field(cascade, "全部县区").click();
            assertThat(field(cascade, "全部县区")).isChecked();
            button(cascade, "下达").click();
            assertThat(cascade).isHidden();
            assertThat(panel(supervisor, "分解事项").locator("tbody tr.ant-table-row"))
                    .hasCount(2);
            supervisor.navigate("/counties?plan=" + plan);
            assertThat(panel(supervisor, "各项任务")).containsText(SHARED);
            assertThat(panel(supervisor, "各县区")).containsText("云山县");
            comesToSee(county, "/", SHARED);
        });
    }

    @Test
    @Order(71)
    void whichCountyHasNamedNoItemOfItsOwnIsShown() {
        told(() -> {
            String here = "/counties?view=features&plan=" + plan;
            supervisor.navigate(here);
            button(supervisor, "部署").click();
            var call = dialog(supervisor, "部署一县一特色");
            day(field(call, "提报期限"), "2023-04-28");
            button(call, "下达").click();
            assertThat(supervisor.getByText("2 个县区尚未按要求提报：", new Page.GetByTextOptions().setExact(false)))
                    .isVisible();

            comesToSee(county, here, "提报改革事项");
            button(county, "提报改革事项").click();
            var named = dialog(county, "提报自选改革事项");
            field(named, "事项名称").fill("签约服务积分制");
            field(named, "改革内容").fill("居民按健康行为积分，兑换体检项目。");
            button(named, "提报").click();
            assertThat(named).isHidden();
            assertThat(county.getByText("签约服务积分制").first()).isVisible();

            supervisor.navigate(here);
            assertThat(supervisor.getByText(Pattern.compile("1 个县区尚未按要求提报：云山县")))
                    .isVisible();
            assertThat(row(supervisor, "云山县")).containsText("还差 1 项");
            assertThat(row(supervisor, "临江县")).containsText("已提报");
        });
    }

    // ---- how it looks

    @Test
    @Order(90)
    void everyPageFitsADeskAndAPhone() {
        var sideways = new LinkedHashMap<String, String>();
        toShow.addAll(List.of(
                "/",
                "/dashboard?period=2023-03",
                "/ledger",
                "/search?q=签约",
                "/plans",
                "/rounds",
                "/review?state=ACCEPTED",
                "/hand-ins",
                "/hand-ins/yearly?plan=" + plan,
                "/notices",
                "/indicators",
                "/rectifications",
                "/light-rules",
                "/assessments?month=2023-03",
                "/assessments/rules",
                "/assessments/appeals",
                "/counties?plan=" + plan,
                "/counties?view=features&plan=" + plan,
                "/counties?view=goals",
                "/meetings",
                "/complaints",
                "/directory",
                "/alerts"));
        told(() -> {
            toShow.forEach(path -> shown(supervisor, "supervisor", path, sideways));
            for (String path : List.of("/", "/reports", "/reports/spared", "/hand-ins", "/notices", "/assessments")) {
                shown(liaison, "liaison", path, sideways);
            }
            for (String path : List.of("/", "/reports", "/counties?plan=" + plan)) {
                shown(county, "county", path, sideways);
            }
        });
        assertThat(sideways).as("what a phone would have to scroll sideways").isEmpty();
    }

    private static void shown(Page page, String who, String path, Map<String, String> sideways) {
        page.navigate(path);
        String name = who
                + path.replaceAll("\\?.*view=", "/")
                        .replaceAll("[?&].*", "")
                        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "one")
                        .replaceAll("/+$", "/todo")
                        .replace('/', '-');
        String wide = pictures(page, name);
        if (!wide.isEmpty()) {
            sideways.put(who + " " + path, wide);
        }
    }

    @Test
    @Order(99)
    void nothingWentWrongUnseen() {
        assertThat(office.screens().complaints()).as("what broke on a page").isEmpty();
        assertThat(office.screens().errors())
                .as("what the consoles complained of")
                .isEmpty();
        assertThat(office.screens().refusals().stream()
                        // Whoever is not signed in yet, and the second urging of the day.
                        .filter(refusal -> !refusal.endsWith("/api/me 401") && !refusal.endsWith("/urging 409")))
                .as("requests that were refused")
                .isEmpty();
    }
}
