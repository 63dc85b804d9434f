package org.duban.task.plan.draft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandingTaskTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "开展中医药科普宣传，长期坚持。",
                "完成时限：长期坚持",
                "开展中医药文化进校园活动（持续推进）",
                "加强日常监督检查；常态化开展",
                "时限: 常态化",
            })
    void saysThatItNeverEnds(String text) {
        assertThat(StandingTask.says(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "持续推进中医药治理能力现代化，2026年底前完成。",
                "建立常态化工作机制。",
                "常态化开展义诊活动，每年不少于4次。",
                "健全长期坚持的制度。",
            })
    void inTheMiddleOfASentenceItIsNoTimeLimit(String text) {
        assertThat(StandingTask.says(text)).isFalse();
    }
}
