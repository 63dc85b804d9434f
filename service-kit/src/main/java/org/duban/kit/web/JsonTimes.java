package org.duban.kit.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Instants leave with China's offset, to the millisecond, wherever they come from. */
final class JsonTimes {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private JsonTimes() {}

    static JacksonModule module() {
        return new SimpleModule("duban-times")
                .addSerializer(Instant.class, new StdSerializer<>(Instant.class) {
                    @Override
                    public void serialize(Instant value, JsonGenerator json, SerializationContext context) {
                        json.writeString(text(value));
                    }
                })
                .addSerializer(OffsetDateTime.class, new StdSerializer<>(OffsetDateTime.class) {
                    @Override
                    public void serialize(OffsetDateTime value, JsonGenerator json, SerializationContext context) {
                        json.writeString(text(value.toInstant()));
                    }
                });
    }

    private static String text(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.truncatedTo(ChronoUnit.MILLIS).atZone(ZONE));
    }
}
