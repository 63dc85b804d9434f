package org.duban.task.urging;

import java.util.ArrayList;
import java.util.List;
import org.duban.task.paper.Block;
import org.duban.task.paper.Block.Field;
import org.duban.task.paper.Block.Form;
import org.duban.task.paper.Block.Paragraph;
import org.duban.task.paper.Issuer;
import org.duban.task.paper.OfficialPaper;
import org.duban.task.paper.OfficialPaper.Imprint;
import org.duban.task.paper.OfficialPaper.Signature;
import org.duban.task.text.DayWords;
import org.springframework.stereotype.Component;

/** A notice as the official document that leaves the house (behaviours.md P9, P15). */
@Component
class NoticePaper {
    private final Issuer issuer;

    NoticePaper(Issuer issuer) {
        this.issuer = issuer;
    }

    OfficialPaper of(Notice notice) {
        Notice.About about = notice.about();
        Notice.Issue issue = notice.course().issue();
        String office = issuer.office(about.issuerCountyId());
        return new OfficialPaper(
                office + letterhead(notice.step()),
                issue == null ? null : issue.number(),
                title(notice),
                about.unitName(),
                body(notice),
                List.of(),
                new Signature(office, issue == null ? null : issue.on()),
                new Imprint(List.of(), office, issue == null ? null : issue.on()));
    }

    private static String letterhead(Step step) {
        return switch (step) {
            case REMINDER, NOTICE_BLUE, NOTICE_YELLOW, NOTICE_RED -> "督办通知单";
            case BULLETIN -> "督办通报";
            case TALK -> "约谈通知书";
        };
    }

    private static String title(Notice notice) {
        String task = "“" + notice.about().taskTitle() + "”";
        return switch (notice.step()) {
            case REMINDER -> "关于" + task + "的催办提醒";
            case NOTICE_BLUE, NOTICE_YELLOW, NOTICE_RED ->
                "关于" + task + "的督办通知（" + notice.step().words().substring(0, 2) + "）";
            case BULLETIN -> "关于" + task + "逾期未办情况的通报";
            case TALK -> "关于就" + task + "进行约谈的通知";
        };
    }

    private static List<Block> body(Notice notice) {
        Notice.About about = notice.about();
        List<Block> body = new ArrayList<>();
        body.add(new Paragraph("你单位承担《%s》中“%s”任务。%s".formatted(about.planTitle(), about.taskTitle(), notice.reason())));
        body.add(new Paragraph(
                "现就有关事项督办如下，请于%s前书面反馈办理情况；对督办事项有异议的，可在签收后提出申诉。".formatted(DayWords.of(notice.replyBy()))));
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("督办等级", notice.step().words()));
        fields.add(new Field("督办事项", about.taskTitle()));
        fields.add(new Field("任务来源", "《" + about.planTitle() + "》"));
        fields.add(new Field("责任单位", about.unitName()));
        fields.add(new Field("督办事由", notice.reason()));
        fields.add(new Field("办理要求", notice.demand()));
        fields.add(new Field("反馈期限", DayWords.of(notice.replyBy()) + "前"));
        body.add(new Form(fields));
        return body;
    }
}
