package org.duban.task.once;

import static org.assertj.core.api.Assertions.assertThat;

import org.duban.task.once.SameTasks.Texts;
import org.junit.jupiter.api.Test;

class SameTasksTest {
    private static double likeness(String title, String body, String otherTitle, String otherBody) {
        return SameTasks.likeness(Texts.of(title, body), Texts.of(otherTitle, otherBody));
    }

    @Test
    void sameTitleIsEnough() {
        assertThat(likeness("建设基层中医馆", "年内建成二十家。", "建设基层中医馆", "由卫生健康局牵头推进标准化改造。"))
                .isEqualTo(1);
    }

    @Test
    void resolutionThatRepeatsATasksWordsIsLikeIt() {
        assertThat(likeness(
                        "推进中医馆建设",
                        "年底前在乡镇卫生院建成中医馆12个，配齐中医医师和设备。",
                        "县卫生健康局牵头，年底前在乡镇卫生院建成中医馆12个",
                        "县卫生健康局牵头，年底前在乡镇卫生院建成中医馆12个，并配齐中医医师。"))
                .isGreaterThan(SameTasks.LIKE);
    }

    @Test
    void otherWorkIsNot() {
        assertThat(likeness("建设基层中医馆", "年内建成二十家。", "加强食品安全抽检", "每月抽检一百批次，结果向社会公布。"))
                .isLessThan(SameTasks.LIKE);
    }

    @Test
    void nothingIsLikeNothing() {
        assertThat(likeness("一", "", "一", "")).isZero();
    }
}
