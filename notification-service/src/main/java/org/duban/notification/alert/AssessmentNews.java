package org.duban.notification.alert;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.duban.notification.alert.Link.Kind;
import org.duban.notification.alert.Saying.Words;
import org.duban.task.contract.AssessmentEvent;
import org.duban.task.contract.AssessmentEvent.ScoreAnnounced;
import org.duban.task.contract.AssessmentEvent.ScoreAppealDecided;
import org.duban.task.contract.AssessmentEvent.ScoreAppealWithdrawn;
import org.duban.task.contract.AssessmentEvent.ScoreAppealed;
import org.duban.task.contract.AssessmentEvent.Sheet;
import org.springframework.stereotype.Service;

/** What units hear of their scores, and supervisors of appeals. */
@Service
public class AssessmentNews {

    private final Alerts alerts;
    private final News news;

    AssessmentNews(Alerts alerts, News news) {
        this.alerts = alerts;
        this.news = news;
    }

    public void take(AssessmentEvent event) {
        switch (event) {
            case ScoreAnnounced it -> alerts.say(List.of(announced(it)));
            case ScoreAppealed it -> alerts.say(List.of(appealed(it)));
            case ScoreAppealDecided it -> {
                alerts.withdrawSubject(AlertKind.SCORE_APPEALED, it.appealId());
                alerts.say(List.of(decided(it)));
            }
            case ScoreAppealWithdrawn it -> alerts.withdrawSubject(AlertKind.SCORE_APPEALED, it.appealId());
        }
        Sheet sheet = event.sheet();
        news.changed(link(event), sheet.unitCountyId(), Set.of(sheet.unitId()));
    }

    private static Saying announced(ScoreAnnounced it) {
        Sheet sheet = it.sheet();
        return Saying.toUnit(
                sheet.unitId(),
                AlertKind.SCORE_ANNOUNCED,
                sheet.sheetId(),
                "",
                new Words(
                        "%s考核得分%s".formatted(month(sheet), plain(it.total())),
                        "在%d个单位中列第%d。有异议的，请于%s前对得分单中的具体扣分提出申诉。"
                                .formatted(it.assessed(), it.place(), day(it.appealBy()))),
                link(it));
    }

    private static Saying appealed(ScoreAppealed it) {
        Sheet sheet = it.sheet();
        return Saying.toStaff(
                sheet.unitId(),
                null,
                AlertKind.SCORE_APPEALED,
                it.appealId(),
                "",
                new Words(
                        "%s考核申诉：%s".formatted(month(sheet), it.measure()), "%s。理由：%s".formatted(it.fact(), it.words())),
                link(it));
    }

    private static Saying decided(ScoreAppealDecided it) {
        Sheet sheet = it.sheet();
        BigDecimal restored = it.restored();
        String outcome = restored == null ? "申诉不成立" : "申诉成立，退还%s分".formatted(plain(restored));
        return Saying.toUnit(
                sheet.unitId(),
                AlertKind.SCORE_APPEAL_DECIDED,
                it.appealId(),
                "",
                new Words(
                        "%s考核%s".formatted(month(sheet), outcome),
                        "%s 现得分%s，列第%d。".formatted(it.words(), plain(it.total()), it.place())),
                link(it));
    }

    private static Link link(AssessmentEvent event) {
        return new Link(Kind.SCORE_SHEET, event.sheet().sheetId());
    }

    private static String month(Sheet sheet) {
        YearMonth month = YearMonth.parse(sheet.month());
        return "%d年%d月".formatted(month.getYear(), month.getMonthValue());
    }

    private static String day(LocalDate day) {
        return "%d月%d日".formatted(day.getMonthValue(), day.getDayOfMonth());
    }

    private static String plain(BigDecimal points) {
        return points.stripTrailingZeros().toPlainString();
    }
}
