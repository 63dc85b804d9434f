package org.duban.task.plan.version;

import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.duban.task.ledger.BusinessTime;
import org.duban.task.plan.draft.Draft;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the plan of which a document is the newer version: the same 发文字号, or the same issuer and nearly the same title. */
@Repository
public class EarlierPlans {
    private static final String SAME_NUMBER = "发文字号相同";
    private static final String SAME_TITLE = "发文机关相同、标题相近";
    private static final int MOST = 1_000;
    private static final double NEARLY = 0.85;
    private static final double ALMOST = 0.95;
    private static final Pattern EDITION =
            Pattern.compile("[（(](?:\\d{4}年)?(?:修订|修正|征求意见|送审|试行|讨论|第.{1,2}版|新版)[^）)]{0,4}[）)]");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");

    private final JdbcClient jdbc;

    EarlierPlans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Earlier(
            UUID id,
            String title,
            @Nullable String documentNumber,
            @Nullable String issuer,
            OffsetDateTime adoptedAt) {}

    /** @return the plan that a person named, where it is one of this county's own documents */
    public Optional<EarlierPlan> named(UUID plan, Draft draft, @Nullable UUID county) {
        return of(county).stream()
                .filter(one -> one.id.equals(plan))
                .findFirst()
                .map(one -> view(one, reason(one, draft), true));
    }

    /** @return the newest plan of the county that the draft's document seems to be a version of */
    public Optional<EarlierPlan> sameDocument(Draft draft, @Nullable UUID county) {
        List<Earlier> plans = of(county);
        return plans.stream()
                .filter(plan -> hasNumber(plan, draft))
                .findFirst()
                .map(plan -> view(plan, SAME_NUMBER, false))
                .or(() -> plans.stream()
                        .filter(plan -> isNearly(plan, draft))
                        .findFirst()
                        .map(plan -> view(plan, SAME_TITLE, false)));
    }

    private static String reason(Earlier plan, Draft draft) {
        return hasNumber(plan, draft) ? SAME_NUMBER : isNearly(plan, draft) ? SAME_TITLE : "由核定人指定";
    }

    private static EarlierPlan view(Earlier plan, String reason, boolean decided) {
        return new EarlierPlan(
                plan.id, plan.title, plan.documentNumber, BusinessTime.at(plan.adoptedAt), reason, decided);
    }

    private static boolean hasNumber(Earlier plan, Draft draft) {
        String number = number(draft.documentNumber());
        return !number.isEmpty() && number(plan.documentNumber).equals(number);
    }

    private static boolean isNearly(Earlier plan, Draft draft) {
        String one = EDITION.matcher(plan.title).replaceAll("");
        String other = EDITION.matcher(draft.title()).replaceAll("");
        if (!years(one).equals(years(other)) || TextMatch.plain(other).isEmpty()) {
            return false;
        }
        boolean anonymous = plan.issuer == null && draft.issuer() == null;
        boolean sameIssuer =
                plan.issuer != null && draft.issuer() != null && TextMatch.isSame(plan.issuer, draft.issuer());
        double likeness = TextMatch.likeness(one, other);
        return sameIssuer && likeness >= NEARLY || anonymous && likeness >= ALMOST;
    }

    // This year's plan is no newer version of last year's.
    private static Set<String> years(String title) {
        return YEAR.matcher(title).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static String number(@Nullable String number) {
        return number == null ? "" : TextMatch.plain(number);
    }

    private List<Earlier> of(@Nullable UUID county) {
        return jdbc.sql("""
                        select id, title, document_number, issuer, adopted_at from plan
                        where source = 'DOCUMENT' and county_id is not distinct from cast(:county as uuid)
                        order by id desc
                        limit :most
                        """)
                .param("most", MOST)
                .param("county", county, Types.OTHER)
                .query(Earlier.class)
                .list();
    }
}
