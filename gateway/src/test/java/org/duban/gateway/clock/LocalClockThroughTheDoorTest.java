package org.duban.gateway.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.time.OffsetDateTime;
import org.duban.gateway.Browser;
import org.duban.gateway.GatewayTest;
import org.duban.gateway.Town;
import org.duban.meeting.contract.DirectoryEvent.Role;
import org.junit.jupiter.api.Test;

class LocalClockThroughTheDoorTest extends GatewayTest {

    @Test
    void staffMoveTheClockForwardOnly() throws Exception {
        Browser admin = admin();
        OffsetDateTime before = now(admin);
        var moved = admin.send("PUT", "/api/local/clock", "{\"advance\":\"P1D\"}");
        assertThat(moved.status()).isEqualTo(200);
        assertThat(OffsetDateTime.parse(moved.body().path("now").asString())).isAfter(before.plusHours(23));
        assertThat(ByteBuffer.wrap(Files.readAllBytes(CLOCK)).getLong())
                .isEqualTo(moved.body().path("offset").asLong());

        var back = admin.send("PUT", "/api/local/clock", "{\"now\":\"2020-01-01T09:00\"}");
        assertThat(back.status()).isEqualTo(422);
        assertThat(back.body().path("detail").asString()).isEqualTo("演练时钟只能往前拨");
        assertThat(admin.send("PUT", "/api/local/clock", "{}").status()).isEqualTo(422);
    }

    @Test
    void unitsLookAtItOnly() {
        var unit = town.registered(Town.countyUnit("县水利局"));
        Browser liaison = holderOf(unit, "联络员", Role.LIAISON);
        assertThat(liaison.get("/api/local/clock").status()).isEqualTo(200);
        assertThat(liaison.send("PUT", "/api/local/clock", "{\"advance\":\"P1D\"}")
                        .status())
                .isEqualTo(403);
    }

    private static OffsetDateTime now(Browser browser) {
        return OffsetDateTime.parse(
                browser.get("/api/local/clock").body().path("now").asString());
    }
}
