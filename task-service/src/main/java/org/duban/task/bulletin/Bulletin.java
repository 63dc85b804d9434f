package org.duban.task.bulletin;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.duban.task.calendar.Period;
import org.jspecify.annotations.Nullable;

/**
 * A round's bulletin. While it is a draft its facts are counted anew whenever it is shown; issuing keeps them.
 *
 * @param countyId the county whose plan it is; null for the city's
 * @param issue null while it is a draft
 */
record Bulletin(
        UUID roundId,
        long version,
        UUID planId,
        String planTitle,
        @Nullable UUID countyId,
        Period period,
        Texts texts,
        Facts facts,
        @Nullable Issue issue) {

    record Issue(String number, LocalDate on, String by) {}

    Bulletin written(Texts by) {
        requireDraft();
        requireKnownNames(by);
        return new Bulletin(roundId, version + 1, planId, planTitle, countyId, period, by, facts, null);
    }

    /**
     * @param mark of the facts that the issuer has seen
     * @param number asked for only once everything else allows it
     * @throws BulletinRefused where the facts are others by now
     */
    Bulletin issued(String mark, Supplier<String> number, LocalDate today, String by) {
        requireDraft();
        if (!mark.equals(mark())) {
            throw BulletinRefused.numbersChanged();
        }
        requireKnownNames(texts);
        return new Bulletin(
                roundId,
                version + 1,
                planId,
                planTitle,
                countyId,
                period,
                texts,
                facts,
                new Issue(number.get(), today, by));
    }

    /** The same for the same facts: by it an issuer says which numbers they mean. */
    String mark() {
        return UUID.nameUUIDFromBytes(facts.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private void requireKnownNames(Texts in) {
        Tokens tokens = new Tokens(planTitle, period, facts);
        tokens.filled("opening", in.opening());
        tokens.filled("remarks", in.remarks());
        tokens.filled("demands", in.demands());
    }

    private void requireDraft() {
        if (issue != null) {
            throw BulletinRefused.issuedAlready();
        }
    }

    /** What a bulletin says before anybody has written in it. */
    static Texts draft(String plan, Period period) {
        return new Texts(
                "关于《%s》%s督导调度情况的通报".formatted(plan, period.words()),
                "各成员单位",
                List.of(),
                "{月份}，《{方案}》共有任务{任务数}项，已办结{办结数}项，完成率{完成率}。本期应报送进展{应报}份，已报送{已报}份，报送率{报送率}；按时报送{按时}份，"
                        + "按时率{按时率}；逾期未报{逾期}份，亮黄灯{黄灯}份。{较上期}。",
                "",
                "各单位要对照任务台账和完成时限，倒排工期、压实责任。\n逾期未报的单位要立即补报并说明原因；进度没有变化的任务，牵头单位要研究推进措施。\n报送内容要反映本期新进展，不得照抄上期。",
                List.of(Section.values()));
    }
}
