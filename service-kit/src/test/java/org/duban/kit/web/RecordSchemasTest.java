package org.duban.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordSchemasTest {

    private final RecordSchemas records = new RecordSchemas();
    private final ModelConverters converters = new ModelConverters(true);

    RecordSchemasTest() {
        converters.addConverter(records);
    }

    enum Colour {
        RED,
        GREEN
    }

    record Place(String name) {}

    record Core(String title, @Nullable String note) {}

    record Whole(
            @JsonUnwrapped Core core,
            int count,
            @Nullable Integer limit,
            @Nullable Colour colour,
            @Nullable Place place,
            List<Place> places) {}

    static final class Elsewhere {
        record Place(String street) {}

        record House(Place place) {}
    }

    @Test
    void aComponentThatIsNeverNullIsRequired() {
        assertThat(described("Whole", Whole.class).getRequired()).containsExactlyInAnyOrder("title", "count", "places");
    }

    @Test
    void aComponentThatMayBeNullSaysSo() {
        var whole = described("Whole", Whole.class);
        assertThat(property(whole, "limit").getTypes()).isEqualTo(Set.of("integer", "null"));
        assertThat(property(whole, "note").getTypes()).isEqualTo(Set.of("string", "null"));
        assertThat((List<?>) property(whole, "colour").getEnum()).hasSize(3).containsNull();
        assertThat(property(whole, "place").getAnyOf()).hasSize(2);
        assertThat(property(whole, "count").getTypes()).isEqualTo(Set.of("integer"));
    }

    @Test
    void twoRecordsOfOneNameAreRefused() {
        converters.readAll(Whole.class);
        assertThatNoException().isThrownBy(records::requireNamesApart);
        converters.readAll(Elsewhere.House.class);
        assertThatIllegalStateException().isThrownBy(records::requireNamesApart).withMessageContaining("called Place");
    }

    private Schema<?> described(String name, Class<?> record) {
        return converters.readAll(record).get(name);
    }

    private static Schema<?> property(Schema<?> schema, String name) {
        return schema.getProperties().get(name);
    }
}
