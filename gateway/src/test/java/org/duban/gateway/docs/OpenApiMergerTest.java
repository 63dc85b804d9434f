package org.duban.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OpenApiMergerTest {

    private final JsonMapper json = new JsonMapper();

    @Test
    void joinsPathsAndKeepsSchemasOfOneNameApart() {
        var merger = new OpenApiMerger(json, "督办系统接口");
        merger.add("Task", json.readTree("""
                {"paths": {"/api/tasks": {"get": {"$ref": "#/components/schemas/Unit"}}},
                 "components": {"schemas": {"Unit": {"type": "object"}, "Same": {"type": "string"}}}}
                """));
        merger.add("Meeting", json.readTree("""
                {"paths": {"/api/units": {"get": {"$ref": "#/components/schemas/Unit"}}},
                 "components": {"schemas": {
                    "Unit": {"type": "string"}, "Same": {"type": "string"},
                    "Units": {"items": {"$ref": "#/components/schemas/Unit"}}}}}
                """));
        var whole = merger.whole();
        assertThat(whole.path("paths").propertyNames()).containsExactly("/api/tasks", "/api/units");
        var schemas = whole.path("components").path("schemas");
        assertThat(schemas.propertyNames()).containsExactlyInAnyOrder("Unit", "Same", "MeetingUnit", "Units");
        assertThat(whole.at("/paths/~1api~1tasks/get/$ref").asString()).isEqualTo("#/components/schemas/Unit");
        assertThat(whole.at("/paths/~1api~1units/get/$ref").asString()).isEqualTo("#/components/schemas/MeetingUnit");
        assertThat(schemas.at("/Units/items/$ref").asString()).isEqualTo("#/components/schemas/MeetingUnit");
    }
}
