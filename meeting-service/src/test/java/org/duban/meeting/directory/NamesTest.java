package org.duban.meeting.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "云安县, 县卫生健康局, 云安县卫生健康局",
        "云安县, 县委组织部（人才办）, 云安县委组织部（人才办）",
        "云安县, 市场监管局, 云安县市场监管局",
        "云河市, 市场监管局, 云河市市场监管局",
        "云河市, 市财政局, 云河市财政局",
        "北山区, 区发展改革委, 北山区发展改革委",
        "左旗, 旗医疗保障局, 左旗医疗保障局",
        "云安县, 云安县中医院, 云安县中医院",
        "云安县, 国网云安供电公司, 国网云安供电公司",
        "云安县, 国家税务总局分局, 国家税务总局分局",
        "云安县, 中医院, 云安县中医院"
    })
    void fullNameSaysWhereTheUnitBelongsOnce(String county, String shortName, String full) {
        assertThat(Names.full(new County(UUID.randomUUID(), county), shortName)).isEqualTo(full);
    }

    @Test
    void paddingOfDocumentsIsNotPartOfAName() {
        assertThat(Names.tidy(" 旗　医 保 局\u00a0")).isEqualTo("旗医保局");
    }
}
