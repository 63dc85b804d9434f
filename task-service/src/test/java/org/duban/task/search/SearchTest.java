package org.duban.task.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.duban.kit.security.Caller;
import org.duban.kit.web.Limit;
import org.duban.task.directory.Units;
import org.duban.task.search.SearchHit.Field;
import org.duban.task.search.SearchHit.Kind;
import org.duban.task.supervision.LedgerDatabase;
import org.duban.task.supervision.LedgerDatabase.Lead;
import org.duban.task.supervision.LedgerDatabase.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two characters find what is there, whichever of the two ways it is found. */
class SearchTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
    private static final List<String> VOCABULARY = List.of("中医", "医保", "鼠疫", "督导", "设备", "保障", "联席");

    private final LedgerDatabase database = LedgerDatabase.named("search");
    private final Searches usual = new Searches(database.jdbc(), new Units(database.jdbc()));
    /** Looks at three rows, so that nearly everything comes from the index. */
    private final Searches byIndex = new Searches(database.jdbc(), new Units(database.jdbc()), 3);

    private final ReportReader reader = new ReportReader(
            database.jdbc(), new TransactionTemplate(new JdbcTransactionManager(database.dataSource())));

    private record Said(
            UUID id, String words, UUID unit, @Nullable UUID county) {}

    @BeforeEach
    void clear() {
        database.clear();
    }

    private UUID task(UUID plan, int ordinal, String title, String body, Lead... leads) {
        var id = database.task(plan, ordinal, "IN_PROGRESS", DAY, 0, List.of(leads));
        database.jdbc()
                .sql("update task set title = :title, body = :body where id = :id")
                .param("title", title)
                .param("body", body)
                .param("id", id)
                .update();
        return id;
    }

    private UUID report(UUID task, YearMonth period, Lead unit, String done, @Nullable String problems) {
        var id = database.report(new Row(
                period,
                UUID.randomUUID(),
                UUID.randomUUID(),
                task,
                unit.unit(),
                unit.county(),
                DAY,
                "SUBMITTED",
                true));
        database.jdbc()
                .sql("""
                        update report set done = :done, problems = cast(:problems as text),
                            plan_id = (select plan_id from task where id = :task)
                        where id = :id and period = :period
                        """)
                .param("done", done)
                .param("problems", problems)
                .param("task", task)
                .param("id", id)
                .param("period", period.atDay(1))
                .update();
        database.jdbc()
                .sql("""
                        insert into round (id, plan_id, period, month, opens_on, due_on, closes_on, state, opened_at, reports, version)
                        select gen_random_uuid(), plan_id, :period, :period, :period, :period, :period, 'OPEN', now(), 1, 0
                        from task where id = :task
                        on conflict do nothing
                        """)
                .param("period", period.atDay(1))
                .param("task", task)
                .update();
        return id;
    }

    @Test
    void aTaskIsFoundByTwoCharactersOfItsTitleOrText() {
        var plan = database.plan(DAY);
        var unit = new Lead(database.unit("市卫健委", null, null), null, 0);
        var first = task(plan, 1, "建立联席会议制度", "每季度研究中医药工作。", unit);
        task(plan, 2, "培训人才", "培训乡村医生。", unit);

        var hits =
                usual.find("中医", Kind.TASK, supervisor(null), Limit.USUAL, null).items();

        assertThat(hits).singleElement().satisfies(hit -> {
            assertThat(hit.taskId()).isEqualTo(first);
            assertThat(hit.field()).isEqualTo(Field.TEXT);
            assertThat(hit.snippet().text()).isEqualTo("每季度研究中医药工作。");
            assertThat(hit.snippet().from()).isEqualTo(5);
            assertThat(hit.snippet().to()).isEqualTo(7);
            assertThat(hit.units()).extracting(ref -> ref.shortName()).containsExactly("市卫健委");
        });
        assertThat(usual.find("联席", Kind.TASK, supervisor(null), Limit.USUAL, null)
                        .items())
                .singleElement()
                .extracting(SearchHit::field)
                .isEqualTo(Field.TITLE);
        assertThat(usual.find("医医", Kind.TASK, supervisor(null), Limit.USUAL, null)
                        .items())
                .isEmpty();
    }

    @Test
    void aResolutionOfMinutesIsFoundAsOne() {
        var plan = database.plan(DAY);
        var unit = new Lead(UUID.randomUUID(), null, 0);
        var resolution = task(plan, 1, "由市财政局落实中医馆经费", "", unit);
        task(plan, 2, "建设中医馆", "", unit);
        database.jdbc()
                .sql("update task set resolution_id = gen_random_uuid() where id = :id")
                .param("id", resolution)
                .update();

        assertThat(usual.find("中医馆", Kind.RESOLUTION, supervisor(null), Limit.USUAL, null)
                        .items())
                .extracting(SearchHit::taskId)
                .containsExactly(resolution);
        assertThat(usual.find("中医馆", Kind.TASK, supervisor(null), Limit.USUAL, null)
                        .items())
                .extracting(SearchHit::title)
                .containsExactly("建设中医馆");
    }

    @Test
    void whatAUnitWroteIsFoundOnceItIsRead_andAsItIsNow() {
        var unit = new Lead(database.unit("市卫健委", null, null), null, 0);
        var task = task(database.plan(DAY), 1, "建立制度", "", unit);
        var id = report(task, YearMonth.of(2026, 11), unit, "召开调度会", "专业 人员不足");
        assertThat(reports("人员", supervisor(null))).isEmpty();

        reader.tick(Instant.now());

        assertThat(usual.find("人员不足", Kind.REPORT, supervisor(null), Limit.USUAL, null)
                        .items())
                .singleElement()
                .satisfies(hit -> {
                    assertThat(hit.id()).isEqualTo(id);
                    assertThat(hit.period()).isEqualTo("2026-11");
                    assertThat(hit.field()).isEqualTo(Field.PROBLEMS);
                    assertThat(hit.snippet().text()).isEqualTo("专业 人员不足");
                });
        database.jdbc()
                .sql("update report set problems = null where id = :id")
                .param("id", id)
                .update();
        reader.tick(Instant.now());
        assertThat(reports("人员", supervisor(null))).isEmpty();
        assertThat(reports("调度", supervisor(null))).containsExactly(id);
    }

    @Test
    void aSearchForOneCharacterIsRefused() {
        for (var words : List.of("", "中", " 中 ")) {
            assertThatThrownBy(() -> usual.find(words, Kind.TASK, supervisor(null), Limit.USUAL, null))
                    .isInstanceOf(SearchRefused.class);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whoeverAsksFindsWhatTheySeeAndNothingElse(long seed) {
        var random = new Random(seed);
        var county = UUID.randomUUID();
        var leads = List.of(
                new Lead(database.unit("市卫健委", null, null), null, 0),
                new Lead(database.unit("县卫健局", county, "临江县"), county, 0),
                new Lead(database.unit("县财政局", county, "临江县"), county, 0));
        var plans = List.of(database.plan(DAY), database.plan(DAY));
        var tasks = new ArrayList<Said>();
        var reports = new ArrayList<Said>();
        for (int ordinal = 1; ordinal <= 40; ordinal++) {
            var lead = leads.get(random.nextInt(leads.size()));
            String words = sentence(random);
            var task = task(plans.get(ordinal % 2), ordinal, "任务" + ordinal, words, lead);
            tasks.add(new Said(task, words, lead.unit(), lead.county()));
            for (int month = 1; month <= 3; month++) {
                String written = sentence(random);
                var id = report(task, YearMonth.of(2026, month), lead, written, null);
                reports.add(new Said(id, written, lead.unit(), lead.county()));
            }
        }
        reader.tick(Instant.now());
        database.jdbc().sql("analyze").update();
        for (var words :
                Stream.concat(VOCABULARY.stream(), Stream.of("保中", "疫督")).toList()) {
            agree(words, tasks, reports, supervisor(null), said -> true);
            agree(words, tasks, reports, supervisor(county), said -> county.equals(said.county()));
            var unit = leads.getLast().unit();
            agree(words, tasks, reports, liaison(unit), said -> said.unit().equals(unit));
        }
    }

    private void agree(String words, List<Said> tasks, List<Said> reports, Caller caller, Predicate<Said> seen) {
        for (var searches : List.of(usual, byIndex)) {
            assertThat(pages(searches, words, Kind.TASK, caller))
                    .as("tasks with %s", words)
                    .containsExactlyInAnyOrderElementsOf(with(words, tasks, seen));
            assertThat(pages(searches, words, Kind.REPORT, caller))
                    .as("reports with %s", words)
                    .containsExactlyInAnyOrderElementsOf(with(words, reports, seen));
        }
        assertThat(pages(byIndex, words, Kind.REPORT, caller)).isEqualTo(pages(usual, words, Kind.REPORT, caller));
    }

    private static List<UUID> with(String words, List<Said> all, Predicate<Said> seen) {
        return all.stream()
                .filter(seen.and(said -> said.words().contains(words)))
                .map(Said::id)
                .toList();
    }

    private static List<UUID> pages(Searches searches, String words, Kind kind, Caller caller) {
        var found = new ArrayList<UUID>();
        @Nullable String cursor = null;
        do {
            var page = searches.find(words, kind, caller, new Limit(7), cursor);
            page.items().forEach(hit -> found.add(hit.id()));
            cursor = page.next();
        } while (cursor != null);
        return found;
    }

    private List<UUID> reports(String words, Caller caller) {
        return usual.find(words, Kind.REPORT, caller, Limit.USUAL, null).items().stream()
                .map(SearchHit::id)
                .toList();
    }

    private static String sentence(Random random) {
        var sentence = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            sentence.append(VOCABULARY.get(random.nextInt(random.nextInt(3) == 0 ? VOCABULARY.size() : 2)));
        }
        return sentence.toString();
    }

    private static Caller supervisor(@Nullable UUID county) {
        return new Caller("s", "督导", null, null, county, Set.of("SUPERVISOR"), Set.of(), Set.of(), false);
    }

    private static Caller liaison(UUID unit) {
        return new Caller("l", "联络员", unit, "单位", null, Set.of("LIAISON"), Set.of(), Set.of(), false);
    }
}
