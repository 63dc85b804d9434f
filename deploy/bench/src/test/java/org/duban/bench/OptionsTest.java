package org.duban.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void optionsAreReadByNameAndHaveDefaults() {
        var options = Options.of(new String[] {"relay", "--seconds", "5", "--only", "duban"});
        assertThat(options.command()).isEqualTo("relay");
        assertThat(options.number("seconds", 20)).isEqualTo(5);
        assertThat(options.number("kills", 3)).isEqualTo(3);
        assertThat(options.word("only", "")).isEqualTo("duban");
    }

    @Test
    void optionWithoutItsValueIsRefused() {
        assertThatThrownBy(() -> Options.of(new String[] {"relay", "--seconds"}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
