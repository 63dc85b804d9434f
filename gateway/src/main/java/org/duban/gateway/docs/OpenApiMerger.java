package org.duban.gateway.docs;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One document out of several. Schemas of one name and one shape are one; of one name and another shape, the later gets its
 * service's name put before its own.
 */
public final class OpenApiMerger {

    private static final String SCHEMAS = "#/components/schemas/";

    private final ObjectNode whole;
    private final ObjectNode paths;
    private final ObjectNode schemas;
    private final ArrayNode tags;

    public OpenApiMerger(JsonMapper json, String title) {
        whole = json.createObjectNode();
        whole.put("openapi", "3.1.0");
        whole.putObject("info").put("title", title).put("version", "1");
        whole.putArray("servers").addObject().put("url", "/");
        tags = whole.putArray("tags");
        paths = whole.putObject("paths");
        ObjectNode components = whole.putObject("components");
        schemas = components.putObject("schemas");
        ObjectNode schemes = components.putObject("securitySchemes");
        schemes.putObject("session")
                .put("type", "apiKey")
                .put("in", "cookie")
                .put("name", "DUBAN_SESSION")
                .put("description", "页面登录会话；写操作另须 X-XSRF-TOKEN");
        schemes.putObject("client")
                .put("type", "oauth2")
                .putObject("flows")
                .putObject("clientCredentials")
                .put("tokenUrl", "/oauth2/token")
                .putObject("scopes");
        ArrayNode security = whole.putArray("security");
        security.addObject().putArray("session");
        security.addObject().putArray("client");
    }

    /** @param service put before the name of a schema that clashes, as {@code Meeting} */
    public void add(String service, JsonNode document) {
        Map<String, String> renamed = new HashMap<>();
        JsonNode theirs = document.path("components").path("schemas");
        for (var schema : theirs.properties()) {
            JsonNode known = schemas.get(schema.getKey());
            if (known != null && !known.equals(schema.getValue())) {
                renamed.put(schema.getKey(), service + schema.getKey());
            }
        }
        for (var schema : theirs.properties()) {
            schemas.set(renamed.getOrDefault(schema.getKey(), schema.getKey()), redirect(schema.getValue(), renamed));
        }
        for (var path : document.path("paths").properties()) {
            paths.set(path.getKey(), redirect(path.getValue(), renamed));
        }
        for (JsonNode tag : document.path("tags")) {
            tags.add(tag);
        }
    }

    public ObjectNode whole() {
        return whole;
    }

    private static JsonNode redirect(JsonNode node, Map<String, String> renamed) {
        if (renamed.isEmpty()) {
            return node;
        }
        JsonNode copy = node.deepCopy();
        redirectInPlace(copy, renamed);
        return copy;
    }

    private static void redirectInPlace(JsonNode node, Map<String, String> renamed) {
        if (node instanceof ObjectNode object) {
            JsonNode reference = object.get("$ref");
            if (reference != null
                    && reference.isString()
                    && reference.stringValue().startsWith(SCHEMAS)) {
                String name = reference.stringValue().substring(SCHEMAS.length());
                object.put("$ref", SCHEMAS + renamed.getOrDefault(name, name));
            }
        }
        node.forEach(child -> redirectInPlace(child, renamed));
    }
}
