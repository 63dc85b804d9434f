package org.duban.journeys;

import static org.duban.journeys.SupervisedYear.by;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import org.duban.journeys.SupervisedYear.Plan;
import org.duban.journeys.recount.Light;
import org.duban.journeys.recount.LightRules;
import org.duban.journeys.recount.LightRules.Rule;
import org.duban.journeys.recount.LightRules.When;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;

/**
 * A year of supervision by the business clock: two plans, two counties, twenty units, twelve rounds of each plan. Whatever is shown
 * of it on the dashboard, in the ledger and its sheet and in the bulletins is what the events come to when somebody else counts them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class YearInTheLifeTest {

    private static final int MONTHS = 12;

    private static final LightRules MILDER_RULES = new LightRules(List.of(
            new Rule(Light.RED, When.OVERDUE, 0),
            new Rule(Light.RED, When.BEHIND, 41),
            new Rule(Light.YELLOW, When.BEHIND, 20),
            new Rule(Light.BLUE, When.DUE_WITHIN, 15),
            new Rule(Light.DONE_LATE, When.DONE_LATE, 0)));

    private Launched running;
    private EventStream stream;
    private SupervisedYear year;
    private YearNumbers numbers;
    private Plan keyWork;
    private Plan primaryCare;
    private String billing;
    private String storage;

    @BeforeAll
    void aCityWithTwoCounties() {
        running = Launched.start("--empty", "--at", "2025-01-02T09:00");
        stream = new EventStream(running.broker());
        year = new SupervisedYear(Year.of(2025), new City(running))
                .ofTheCity("市卫生健康委", "市医疗保障局", "市财政局", "市市场监管局", "市人力资源社会保障局", "市民政局", "市教育局", "市住房城乡建设局")
                .ofCounty("临江县", "县卫生健康局", "县财政局", "县人民医院", "县中医院", "县疾控中心", "县妇幼保健院")
                .ofCounty("南湖县", "县卫生健康局", "县财政局", "县人民医院", "县中医院", "县疾控中心", "县妇幼保健院");
        numbers = new YearNumbers(year, stream);
    }

    @AfterAll
    void stop() {
        if (stream != null) {
            stream.close();
        }
        if (running != null) {
            running.close();
        }
    }

    @Test
    void everyNumberIsWhatTheEventsComeTo(TestReporter reporter) {
        thePlansAreAdopted();
        for (int month = 1; month <= MONTHS; month++) {
            year.monthBegins(month);
            numbers.everybodyWasAsked(year.month(month));
            happensFirst(month);
            year.reportsComeIn(month);
            happensThen(month);
            year.dayAfter(primaryCare, month);
            year.lateReportsComeIn(primaryCare, month);
            year.dayAfter(keyWork, month);
            year.roundIsClosed(primaryCare, month);
            if (month > 1) {
                year.roundIsClosed(keyWork, month - 1);
            }
            year.lateReportsComeIn(keyWork, month);
            happensLast(month);
            numbers.ofTheMonth(year.month(month));
        }
        theYearIsOver();
        numbers.compared().forEach((where, rows) -> reporter.publishEntry(where, rows + " rows of numbers"));
    }

    private void thePlansAreAdopted() {
        keyWork = year.plan("2025年卫生健康重点工作", 25)
                .task("健全分级诊疗制度", "2025-12-31", 9, by("市医疗保障局", "按按迟按按按按退按按按按"))
                .task("推进检验结果互认", "2025-12-31", 8, by("市卫生健康委", "按按按缺按按迟按按按按按"))
                .task("落实财政投入", "2025-06-30", 17, by("市财政局", "按改按按重按"))
                .task("规范药品供应", "2025-09-30", 11, by("市市场监管局", "按重按按补按按按按按"))
                .task("充实基层人才", "2025-06-30", 10, by("市人力资源社会保障局", "按按按拖按按按按按按"))
                .task("衔接医疗救助", "2025-12-31", 5, by("市民政局", "按按按按按按按按按按按按"), by("临江县卫生健康局", "迟按缺按按按按按迟按按按"))
                .task("开展健康教育", "2025-12-31", 0, by("市教育局", "按按按按按按按按按按按按"))
                .task("改造老旧院区", "2026-06-30", 3, by("市住房城乡建设局", "按缺缺按废按按拖按按按按"))
                .task("完善县域急救", "2025-12-31", 8, by("临江县卫生健康局", "按按按按按补按按缺按按按"))
                .task("建设重点专科", "2025-12-31", 8, by("南湖县卫生健康局", "按退按按按按按按按按按迟"))
                .standingTask("开展月度督导", 8, by("市卫生健康委", "按按按按按按按按按按按按"))
                .adopted();
        primaryCare = year.plan("基层服务能力提升行动", 5)
                .task("整合县域资源", "2025-12-31", 8, by("临江县卫生健康局", "按按按按按按按按按按按按"))
                .task("保障村医待遇", "2025-12-31", 8, by("临江县财政局", "按按迟迟按按按缺按按按按"))
                .task("开放专家号源", "2025-09-30", 14, by("临江县人民医院", "按按按按按按按"))
                .task("建成标准中药房", "2025-12-31", 8, by("临江县中医院", "按按退按按按拖按按补按按"))
                .task("规范慢病随访", "2025-10-31", 10, by("临江县疾控中心", "按按按按按按按重按按"))
                .task("提升产科服务", "2025-12-31", 6, by("临江县妇幼保健院", "缺按按按按按按按按按按按"))
                .task("建立巡回医疗", "2025-12-31", 8, by("南湖县卫生健康局", "按按按按按按按按按按按按"))
                .task("补齐设备短板", "2025-12-31", 4, by("南湖县财政局", "按按缺缺缺按按按按按按按"))
                .task("推行预约转诊", "2025-12-31", 8, by("南湖县人民医院", "按按按按按废按按按按按按"))
                .task("培育中医骨干", "2025-09-30", 9, by("南湖县中医院", "按按按按按按按按按迟缺迟"))
                .task("更新接种门诊", "2025-12-31", 8, by("南湖县疾控中心", "按按按按改按按按按按按按"))
                .task("筛查新生儿疾病", "2025-12-31", 8, by("南湖县妇幼保健院", "按按按按按按按按按按按按"))
                .adopted();
    }

    private void happensFirst(int month) {
        if (month == 8) {
            // before its report of the month, which is then owed no more
            primaryCare.isDone("开放专家号源");
        }
    }

    private void happensThen(int month) {
        if (month == 11) {
            // days before its reports are due: what is not there is missed at once, and the bulletin says so
            year.closes(primaryCare, month);
            numbers.ofTheMonth(year.month(month));
            numbers.ofTheBulletin(primaryCare, month);
        }
    }

    private void happensLast(int month) {
        switch (month) {
            case 3 -> billing = year.problemIsFound("临江县中医院", primaryCare, "检查收费不规范", "2025-04-30");
            case 4 -> year.problemIsPutRight("临江县中医院", billing);
            case 5 -> keyWork.extensionIsAskedFor("充实基层人才", "2025-10-31", true);
            case 6 -> {
                keyWork.isDone("落实财政投入");
                LocalDate from = LocalDate.parse("2025-07-01");
                keyWork.isLitBy(MILDER_RULES, from);
                numbers.lightsFollow(MILDER_RULES, keyWork, from);
                numbers.ofTheSheets();
            }
            case 8 -> primaryCare.extensionIsAskedFor("培育中医骨干", "2025-12-31", false);
            case 9 -> storage = year.problemIsFound("南湖县疾控中心", primaryCare, "疫苗冷链记录不全", "2025-10-10");
            case 10 -> {
                year.problemIsPutRight("南湖县疾控中心", storage);
                keyWork.isDone("充实基层人才");
                keyWork.isDone("规范药品供应");
                primaryCare.isDone("规范慢病随访");
            }
            case 12 -> {
                keyWork.isDone("健全分级诊疗制度");
                primaryCare.isDone("培育中医骨干");
                year.problemIsFound("临江县妇幼保健院", primaryCare, "产科设备未检定", "2025-12-31");
            }
            default -> {}
        }
    }

    private void theYearIsOver() {
        year.endsOn("2026-01-12");
        year.roundIsClosed(keyWork, MONTHS);
        for (int month = 1; month <= MONTHS; month++) {
            numbers.ofTheMonth(year.month(month));
            numbers.narrowed(year.month(month), month == MONTHS);
            numbers.ofTheBulletin(keyWork, month);
            numbers.ofTheBulletin(primaryCare, month);
        }
        numbers.ofTheSheets();
    }
}
