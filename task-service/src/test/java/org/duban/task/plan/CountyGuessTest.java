package org.duban.task.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountyGuessTest {
    @ParameterizedTest
    @CsvSource({
        "安岳县人民政府办公室, 关于印发实施方案的通知, 安岳县",
        "上海市静安区人民政府办公室, '', 静安区",
        "四川省资阳市安岳县人民政府, '', 安岳县",
        "聊城市人民政府办公室, 聊城市中医药综合改革示范区建设实施方案, ",
        "聊城市临清市人民政府办公室, '', 临清市",
        ", 奈曼旗中医药(蒙医药)传承创新发展工作机制, 奈曼旗",
        ", 泰顺县中医药工作联席会议制度, 泰顺县",
        "玉屏侗族自治县人民政府, '', 玉屏侗族自治县",
        "云江市卫生健康委员会, 云江市区域医疗中心建设方案, ",
        "云江高新区管委会, '', ",
        ", 中医药工作要点, ",
    })
    void aDocumentIsOfTheCountyThatIssuedItOrThatItsTitleNames(String issuer, String title, String county) {
        assertThat(CountyGuess.of(issuer, title).orElse(null)).isEqualTo(county);
    }
}
