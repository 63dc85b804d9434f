package org.duban.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private final Figures hundred = Figures.of(
            LongStream.rangeClosed(1, 100).map(n -> (101 - n) * 1_000).toArray());

    @Test
    void shareLiesAboveSoManyOfTheDurations() {
        assertThat(hundred.median()).isEqualTo(51);
        assertThat(hundred.share(0.99)).isEqualTo(100);
        assertThat(hundred.share(0)).isEqualTo(1);
        assertThat(hundred.most()).isEqualTo(100);
    }

    @Test
    void oneDurationIsAllOfThem() {
        var one = Figures.of(new long[] {2_500});
        assertThat(one.median()).isEqualTo(2.5);
        assertThat(one.share(0.99)).isEqualTo(2.5);
    }

    @Test
    void nothingMeasuredIsNoNumber() {
        assertThat(Figures.of(new long[0]).median()).isNaN();
    }

    @Test
    void measuringLeavesWhatWasGivenAsItWas() {
        long[] given = {3, 1, 2};
        Figures.of(given);
        assertThat(given).containsExactly(3, 1, 2);
    }
}
