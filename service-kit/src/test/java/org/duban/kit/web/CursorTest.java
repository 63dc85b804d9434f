package org.duban.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CursorTest {

    @Test
    void keysComeBackAsTheyWent() {
        UUID id = UUID.randomUUID();
        Cursor cursor =
                Cursor.decode(Cursor.encode(LocalDate.of(2026, 11, 25), null, id, 7, "牵头 单位", Instant.EPOCH, ""));

        assertThat(cursor.size()).isEqualTo(7);
        assertThat(cursor.day(0)).isEqualTo("2026-11-25");
        assertThat(cursor.absent(1)).isTrue();
        assertThat(cursor.uuid(2)).isEqualTo(id);
        assertThat(cursor.number(3)).isEqualTo(7);
        assertThat(cursor.text(4)).isEqualTo("牵头 单位");
        assertThat(cursor.instant(5)).isEqualTo(Instant.EPOCH);
        assertThat(cursor.text(6)).isEmpty();
    }

    @Test
    void keyOfAnotherKindIsRefused() {
        Cursor cursor = Cursor.decode(Cursor.encode("not a day"));
        assertThatExceptionOfType(BadRequest.class).isThrownBy(() -> cursor.day(0));
        assertThatExceptionOfType(BadRequest.class).isThrownBy(() -> cursor.text(1));
        assertThatExceptionOfType(BadRequest.class).isThrownBy(() -> Cursor.decode(""));
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> Cursor.decode(Cursor.encode("a\0b")).text(0));
    }

    @Test
    void pageKnowsWhetherThereIsMore() {
        Limit two = new Limit(2);
        assertThat(Page.of(List.of(1, 2), two, Cursor::encode).next()).isNull();
        Page<Integer> page = Page.of(List.of(1, 2, 3), two, Cursor::encode);
        assertThat(page.items()).containsExactly(1, 2);
        assertThat(Cursor.decode(page.next()).number(0)).isEqualTo(2);
    }
}
