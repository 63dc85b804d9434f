package org.duban.task.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class SnippetTest {

    private static String marked(String text, String words) {
        var snippet = Objects.requireNonNull(Snippet.of(text, words));
        return snippet.text().substring(0, snippet.from())
                + "[" + snippet.text().substring(snippet.from(), snippet.to()) + "]"
                + snippet.text().substring(snippet.to());
    }

    @Test
    void theWordsAreMarkedWhereTheyStand() {
        assertThat(marked("建立中医联席会议制度", "中医")).isEqualTo("建立[中医]联席会议制度");
        assertThat(marked("中医", "中医")).isEqualTo("[中医]");
    }

    @Test
    void aLongTextIsCutAroundTheWords() {
        var text = "第一段讲组织领导和责任分工。".repeat(20) + "落实鼠疫防控" + "。其余照旧".repeat(40);
        var snippet = marked(text, "鼠疫");
        assertThat(snippet).startsWith("…").endsWith("…").contains("落实[鼠疫]防控");
        assertThat(snippet.length()).isLessThan(80);
    }

    @Test
    void widthCaseAndBlanksMakeNoDifference() {
        assertThat(marked("推广 ｅ － Health 平台", "E-HEALTH")).isEqualTo("推广 [ｅ － Health] 平台");
        assertThat(marked("覆盖\n率达到90％", "率达到90%")).isEqualTo("覆盖 [率达到90％]");
        assertThat(marked("覆盖\n率达到", "覆盖率")).isEqualTo("[覆盖 率]达到");
    }

    @Test
    void wordsThatAreNotThereHaveNoSnippet() {
        assertThat(Snippet.of("建立制度", "中医")).isNull();
        assertThat(Snippet.of("", "中医")).isNull();
        assertThat(Snippet.of("中 医", "")).isNull();
    }

    @Test
    void rareCharactersStayWhole() {
        var text = "𠮷".repeat(60) + "中医" + "𠮷".repeat(60);
        var snippet = Objects.requireNonNull(Snippet.of(text, "中医"));
        assertThat(snippet.text().substring(snippet.from(), snippet.to())).isEqualTo("中医");
        assertThat(snippet.text()
                        .codePoints()
                        .allMatch(c -> c == "𠮷".codePointAt(0) || c == '中' || c == '医' || c == '…'))
                .isTrue();
    }

    @Test
    void theBeginningOfATextIsOneLine() {
        assertThat(Snippet.beginning("一、\n二、").text()).isEqualTo("一、 二、");
        assertThat(Snippet.beginning("长".repeat(200)).text()).hasSize(73).endsWith("…");
    }
}
