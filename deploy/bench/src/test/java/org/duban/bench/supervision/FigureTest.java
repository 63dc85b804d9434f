package org.duban.bench.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {

    @Test
    void medianIsTheOneInTheMiddle() {
        assertThat(Figure.median(List.of(5.0, 1.0, 9.0, 2.0, 3.0))).isEqualTo(3);
        assertThat(Figure.median(List.of(7.0))).isEqualTo(7);
        assertThat(Figure.median(List.of())).isNaN();
    }
}
