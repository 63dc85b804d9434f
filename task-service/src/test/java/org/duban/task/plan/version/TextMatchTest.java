package org.duban.task.plan.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duban.task.plan.version.TextMatch.Pair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextMatchTest {
    private static final String LETTERS = "建立健全中医药联席会议制度每季度召开一次研究解决重大问题完善考核办法加强人才培养落实经费保障推广适宜技术弘扬传统文化";

    static Stream<Long> seeds() {
        return IntStream.range(0, 200).mapToObj(Long::valueOf);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 12 + random.nextInt(60); i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private static List<String> texts(Random random, int most) {
        return IntStream.range(0, 1 + random.nextInt(most))
                .mapToObj(i -> text(random))
                .toList();
    }

    private static String edited(String text, Random random) {
        int at = random.nextInt(text.length());
        return text.substring(0, at) + "（修订）" + text.substring(Math.min(text.length(), at + 2));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void textsInAnotherOrderAreAllFoundAgain(long seed) {
        Random random = new Random(seed);
        List<String> before = texts(random, 30);
        List<String> after = new ArrayList<>(before);
        Collections.shuffle(after, random);
        List<Pair> pairs = TextMatch.of(before, after);
        assertThat(pairs).hasSameSizeAs(before).allSatisfy(pair -> {
            assertThat(after.get(pair.right())).isEqualTo(before.get(pair.left()));
            assertThat(pair.likeness()).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsEditedInsertedAndDroppedIsToldApart(long seed) {
        Random random = new Random(seed);
        List<String> before = texts(random, 25);
        List<String> after = new ArrayList<>();
        List<Integer> origin = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            int fate = random.nextInt(6);
            if (fate == 0) {
                continue;
            }
            if (fate == 1) {
                after.add(text(random) + "此为新增");
                origin.add(-1);
            }
            after.add(fate == 2 ? edited(before.get(i), random) : before.get(i));
            origin.add(i);
        }
        List<Pair> pairs = TextMatch.of(before, after);
        for (int right = 0; right < after.size(); right++) {
            int place = right;
            int expected = origin.get(right);
            List<Integer> found = pairs.stream()
                    .filter(pair -> pair.right() == place)
                    .map(Pair::left)
                    .toList();
            assertThat(found).as("%s", after.get(right)).isEqualTo(expected < 0 ? List.of() : List.of(expected));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nobodyHasTwoPartners(long seed) {
        Random random = new Random(seed);
        List<String> few = texts(random, 4);
        List<String> before = many(few, random);
        List<String> after = many(few, random);
        List<Pair> pairs = TextMatch.of(before, after);
        assertThat(new HashSet<>(pairs.stream().map(Pair::left).toList())).hasSameSizeAs(pairs);
        assertThat(new HashSet<>(pairs.stream().map(Pair::right).toList())).hasSameSizeAs(pairs);
        assertThat(pairs).isSortedAccordingTo((one, other) -> Integer.compare(one.left(), other.left()));
    }

    private static List<String> many(List<String> few, Random random) {
        return IntStream.range(0, random.nextInt(12))
                .mapToObj(i -> few.get(random.nextInt(few.size())))
                .map(text -> random.nextBoolean() ? text : edited(text, random))
                .toList();
    }

    @Test
    void punctuationWidthAndBlanksMakeNoDifference() {
        assertThat(TextMatch.of(List.of("占比达到90%，全年（含）完成。"), List.of("占比达到９０％, 全年(含)完成")))
                .containsExactly(new Pair(0, 0, 1));
    }

    @Test
    void strangersAreNobodysNewerVersion() {
        assertThat(TextMatch.of(List.of("加强人才培养，完成培训。"), List.of("落实经费保障，列入年度预算。")))
                .isEmpty();
        assertThat(TextMatch.of(List.of(""), List.of(""))).isEmpty();
    }

    @Test
    void aThousandTasksAreComparedInAMoment() {
        Random random = new Random(7);
        List<String> before =
                IntStream.range(0, 1000).mapToObj(i -> text(random)).toList();
        List<String> after = before.stream().map(text -> edited(text, random)).toList();
        long start = System.nanoTime();
        assertThat(TextMatch.of(before, after)).hasSize(1000);
        assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
    }
}
