package org.duban.task.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CharacterPairsTest {

    @Test
    void theSameWordsAreAlikeWhateverStandsBetweenThem() {
        assertThat(CharacterPairs.likeness("完成两次督导，整改问题5个。", "完成两次督导；整改问题5个")).isEqualTo(1);
    }

    @Test
    void otherWordsAreNot() {
        assertThat(CharacterPairs.likeness("完成两次督导", "开展专项培训")).isZero();
        assertThat(CharacterPairs.likeness("本月召开联席会议2次，督导3个县区", "本月召开联席会议4次，督导5个县区"))
                .isCloseTo(0.7, within(0.15));
    }

    @Test
    void wordsWithoutAPairAreLikeNothing() {
        assertThat(CharacterPairs.likeness("", "")).isZero();
        assertThat(CharacterPairs.likeness("无", "无")).isZero();
    }
}
