package org.duban.task.plan.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duban.task.Api;
import org.duban.task.plan.reading.FindingCode;
import org.duban.task.plan.reading.PlanReader;
import org.duban.task.plan.reading.Reading;
import org.duban.task.plan.reading.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReshapingTest {
    private static final List<String> SENTENCES = List.of(
            "健全工作机制",
            "建立联席会议制度，每季度召开一次会议",
            "2026年6月底前完成培训",
            "中医类别医师占比不低于20%",
            "设置中医馆不少于12家",
            "经费列入年度预算（含一次性补助）",
            "一是抓宣传，二是抓落实",
            "推广适宜技术10项以上",
            "完善考核办法");
    private static final List<String> BRACKETS = List.of(
            "（牵头单位：县卫生健康局；配合单位：县财政局）", "（牵头单位：县财政局、县教育局；配合单位：各相关部门）", "（县医保局、县财政局按职责分工负责）", "（责任单位：各乡镇人民政府）", "");

    static Stream<Long> seeds() {
        return IntStream.range(0, 150).mapToObj(Long::valueOf);
    }

    private static String document(Random random) {
        String[] tasks = IntStream.range(0, 2 + random.nextInt(5))
                .mapToObj(i -> IntStream.range(0, 1 + random.nextInt(4))
                                .mapToObj(n -> SENTENCES.get(random.nextInt(SENTENCES.size())) + "。"
                                        + (random.nextInt(4) == 0 ? BRACKETS.get(random.nextInt(3)) : ""))
                                .collect(Collectors.joining())
                        + BRACKETS.get(random.nextInt(BRACKETS.size())))
                .toArray(String[]::new);
        return Api.document("临江县", tasks);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverIsDoneNoWordIsLostOrdinalsAreDenseAndEveryDoubtHasItsTask(long seed) {
        Random random = new Random(seed);
        String document = document(random);
        Draft draft = Draft.of(new PlanReader().read(document));
        String letters = letters(draft);
        int indicators = indicators(draft);
        int findings = draft.findings().size();
        for (int step = 0; step < 12; step++) {
            int tasks = draft.tasks().size();
            int ordinal = 1 + random.nextInt(tasks);
            switch (random.nextInt(4)) {
                case 0, 1 -> {
                    int length = draft.task(ordinal).text().length();
                    draft = split(draft, document, ordinal, random.nextInt(length + 1));
                }
                case 2 -> {
                    if (tasks > 1) {
                        draft = Reshaping.merge(draft, List.of(ordinal, 1 + ordinal % tasks));
                        indicators = indicators(draft);
                    }
                }
                default -> {
                    String added = "新增任务" + step + "的内容";
                    draft = Reshaping.add(
                            draft,
                            random.nextInt(tasks + 1),
                            new NewDraftTask(null, null, added, List.of(), List.of(), null, List.of(), null)
                                    .in(document));
                    letters = sorted(letters + added);
                }
            }
            assertThat(letters(draft)).as("letters after step %d", step).isEqualTo(letters);
            assertThat(indicators(draft)).isEqualTo(indicators);
            assertSound(draft, document);
            assertThat(draft.findings()).hasSizeGreaterThanOrEqualTo(findings);
            findings = draft.findings().size();
        }
    }

    private static Draft split(Draft draft, String document, int ordinal, int at) {
        try {
            return Reshaping.split(draft, document, ordinal, at);
        } catch (DraftRefused atItsEdge) {
            String text = draft.task(ordinal).text();
            assertThat(text.substring(0, at).isBlank() || text.substring(at).isBlank())
                    .isTrue();
            return draft;
        }
    }

    private static void assertSound(Draft draft, String document) {
        assertThat(draft.tasks())
                .extracting(DraftTask::ordinal)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, draft.tasks().size()).boxed().toList());
        for (DraftTask task : draft.tasks()) {
            Stream.concat(Stream.ofNullable(task.source()), task.spans().values().stream())
                    .forEach(span -> assertThat(span.start() < span.end() && span.end() <= document.length())
                            .as("%s in %s", span, task)
                            .isTrue());
            for (String phrase : task.wildcards()) {
                assertThat(draft.findings())
                        .anyMatch(finding -> finding.isAbout(task.ordinal(), FindingCode.WILDCARD_UNIT)
                                && finding.isAboutPhrase(phrase)
                                && finding.blocks());
            }
            assertThat(task.namesNobody()
                            && draft.findings().stream()
                                    .noneMatch(finding -> finding.isAbout(task.ordinal(), FindingCode.NO_UNIT)))
                    .isFalse();
        }
        for (DraftFinding finding : draft.findings()) {
            if (finding.taskOrdinal() != null) {
                assertThat(finding.taskOrdinal()).isBetween(1, draft.tasks().size());
            }
        }
    }

    private static String letters(Draft draft) {
        return sorted(draft.tasks().stream().map(DraftTask::text).collect(Collectors.joining()));
    }

    private static String sorted(String text) {
        char[] letters = text.replaceAll("\\s", "").toCharArray();
        Arrays.sort(letters);
        return new String(letters);
    }

    private static int indicators(Draft draft) {
        return draft.tasks().stream().mapToInt(task -> task.indicators().size()).sum();
    }

    private static final String DOCUMENT = Api.document(
            "临江县", "健全机制。设置中医馆不少于12家。（牵头单位：县卫生健康局）落实经费。2026年6月底前拨付率达到90%。（牵头单位：县财政局；配合单位：各相关部门）", "完善考核。（牵头单位：县教育局）");

    private final Draft read = Draft.of(new PlanReader().read(DOCUMENT));

    private Draft cutBefore(String words) {
        int at = new Placed(read.task(1).text(), DOCUMENT, read.task(1).source()).before(DOCUMENT.indexOf(words));
        return Reshaping.split(read, DOCUMENT, 1, at);
    }

    @Test
    void eachPartKeepsWhatStandsInIt() {
        Draft cut = cutBefore("落实经费");
        DraftTask first = cut.task(1);
        DraftTask second = cut.task(2);
        assertThat(first.text()).isEqualTo("健全机制。设置中医馆不少于12家。");
        assertThat(first.leads()).containsExactly("县卫生健康局");
        assertThat(first.wildcards()).isEmpty();
        assertThat(first.dueOn()).isNull();
        assertThat(first.indicators()).extracting(Reading.Indicator::measure).containsExactly("家");
        assertThat(DOCUMENT.substring(first.source().start(), first.source().end()))
                .endsWith("（牵头单位：县卫生健康局）");
        assertThat(second.title()).isEqualTo("落实经费");
        assertThat(second.leads()).containsExactly("县财政局");
        assertThat(second.wildcards()).containsExactly("各相关部门");
        assertThat(second.dueOn()).isEqualTo(LocalDate.of(2026, 6, 30));
        assertThat(second.indicators()).extracting(Reading.Indicator::measure).containsExactly("%");
        assertThat(DOCUMENT.substring(second.source().start(), second.source().end()))
                .startsWith("落实经费");
        assertThat(cut.findings())
                .filteredOn(DraftFinding::blocks)
                .extracting(DraftFinding::code, DraftFinding::taskOrdinal)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(FindingCode.WILDCARD_UNIT, 2));
        assertThat(cut.task(3).title()).startsWith("完善考核");
    }

    @Test
    void aFirstPartWithoutABracketKeepsTheUnitsOfTheOneAfterIt() {
        Draft cut = cutBefore("设置中医馆");
        assertThat(cut.task(1).text()).isEqualTo("健全机制。");
        assertThat(cut.task(1).leads()).containsExactly("县卫生健康局", "县财政局");
        assertThat(cut.task(1).wildcards()).containsExactly("各相关部门");
        assertThat(cut.findings())
                .filteredOn(finding -> finding.blocks() && finding.code() == FindingCode.WILDCARD_UNIT)
                .extracting(DraftFinding::taskOrdinal)
                .containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void aSecondPartAfterTheLastBracketNamesNobodyAndSaysSo() {
        String document = Api.document("临江县", "健全机制。（牵头单位：县卫生健康局）另行开展评估。");
        Draft draft = Draft.of(new PlanReader().read(document));
        Draft cut = Reshaping.split(draft, document, 1, draft.task(1).text().indexOf("另行"));
        assertThat(cut.task(1).leads()).containsExactly("县卫生健康局");
        assertThat(cut.task(2).leads()).isEmpty();
        assertThat(cut.findings())
                .filteredOn(DraftFinding::blocks)
                .extracting(DraftFinding::code, DraftFinding::taskOrdinal)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(FindingCode.NO_UNIT, 2));
    }

    @Test
    void whatWasCutIsTheWholeAgainOnceJoined() {
        Draft joined = Reshaping.merge(cutBefore("落实经费"), Set.of(1, 2));
        DraftTask whole = joined.task(1);
        assertThat(whole.text()).isEqualToIgnoringWhitespace(read.task(1).text());
        assertThat(whole.leads()).containsExactlyElementsOf(read.task(1).leads());
        assertThat(whole.wildcards()).isEqualTo(read.task(1).wildcards());
        assertThat(whole.dueOn()).isEqualTo(read.task(1).dueOn());
        assertThat(whole.source()).isEqualTo(read.task(1).source());
        assertThat(whole.readAs()).containsExactly(1);
        assertThat(joined.tasks()).hasSize(2);
    }

    @Test
    void tasksFromAfarAreJoinedInThePlaceOfTheFirst() {
        Draft three = cutBefore("落实经费");
        Draft joined = Reshaping.merge(three, List.of(3, 1));
        assertThat(joined.task(1).leads()).containsExactly("县卫生健康局", "县教育局");
        assertThat(joined.task(1).source()).isEqualTo(three.task(1).source());
        assertThat(joined.task(2).title()).isEqualTo("落实经费");
        assertThat(joined.findings())
                .filteredOn(DraftFinding::blocks)
                .extracting(DraftFinding::taskOrdinal)
                .containsExactly(2);
    }

    @Test
    void aTaskCannotBePutWhereThereIsNoPlace() {
        DraftTask task = new NewDraftTask(null, "标题", "内容", List.of(), List.of(), null, List.of(), null).in(DOCUMENT);
        assertThatThrownBy(() -> Reshaping.add(read, 99, task)).isInstanceOf(DraftRefused.class);
    }

    @Test
    void aCharacterOfTwoUnitsIsNotTornApart() {
        DraftTask task = new NewDraftTask(null, "标题", "推广𠮷字号中医馆建设", List.of("县财政局"), List.of(), null, List.of(), null)
                .in(DOCUMENT);
        Draft added = Reshaping.add(read, 0, task);
        Draft cut = Reshaping.split(added, DOCUMENT, 1, 3);
        assertThat(cut.task(1).text()).isEqualTo("推广");
        assertThat(cut.task(2).text()).isEqualTo("𠮷字号中医馆建设");
    }

    @Test
    void everyCharacterThatTheReaderKeptIsFoundInTheDocument() {
        List<String> lost = new ArrayList<>();
        for (DraftTask task : read.tasks()) {
            Placed placed = new Placed(task.text(), DOCUMENT, task.source());
            for (int i = 0; i < task.text().length(); i++) {
                int at = placed.at(i);
                if (DOCUMENT.charAt(at) != task.text().charAt(i)
                        && !Character.isWhitespace(task.text().charAt(i))) {
                    lost.add(task.text().charAt(i) + "@" + i);
                }
            }
        }
        assertThat(lost).isEmpty();
        assertThat(new Placed("没有这些话", DOCUMENT, new Span(0, 10)).before(5)).isZero();
    }
}
