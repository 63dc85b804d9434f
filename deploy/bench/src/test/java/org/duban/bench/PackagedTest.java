package org.duban.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PackagedTest {

    @Test
    void heapIsWhatTheGenerationsHoldAndNotTheClasses() {
        assertThat(Packaged.used("""
                4711:
                 def new generation   total 39296K, used 1200K [0x00000000e0000000, 0x00000000e2aa0000, 0x00000000eaaa0000)
                  eden space 34944K,   3% used [0x00000000e0000000, 0x00000000e012c000, 0x00000000e2220000)
                  from space 4352K,   0% used [0x00000000e2220000, 0x00000000e2220000, 0x00000000e2660000)
                 tenured generation   total 87424K, used 30000K [0x00000000eaaa0000, 0x00000000f0000000, 0x0000000100000000)
                   the space 87424K,  34% used [0x00000000eaaa0000, 0x00000000ec7ec000, 0x00000000f0000000)
                 Metaspace       used 90000K, committed 90496K, reserved 1179648K
                  class space    used 12000K, committed 12224K, reserved 1048576K
                """)).isEqualTo(31_200 * 1024);
    }
}
