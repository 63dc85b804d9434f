package org.duban.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PackagedTest {

    @Test
    void heapIsWhatLivesOnIt() {
        assertThat(Packaged.live("""
                4711:
                 num     #instances         #bytes  class name (module)
                -------------------------------------------------------
                   1:        271462       21446440  [B (java.base@25)
                   2:          2613         314576  java.lang.Class (java.base@25)
                Total        274075       21761016
                """)).isEqualTo(21_761_016);
    }
}
