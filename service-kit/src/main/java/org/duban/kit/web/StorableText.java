package org.duban.kit.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.WebUtils;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.deser.jackson.JsonNodeDeserializer;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.module.SimpleModule;

/** Text that no database can hold, U+0000 and half a surrogate pair, is refused at the door: 422, by the name of its field. */
final class StorableText implements HandlerInterceptor {

    private static final String WORDS = "含有无法保存的字符，请删去后重新提交";

    static final class Refused extends Refusal {
        Refused(String pointer) {
            super(Kind.INVALID, "unacceptable", WORDS, List.of(new FieldError(pointer, WORDS)));
        }
    }

    /** The same of a field of a JSON body; its path says which. */
    static final class Unstorable extends MismatchedInputException {
        Unstorable(JsonParser json) {
            super(json, WORDS, String.class);
        }
    }

    static JacksonModule module() {
        return new SimpleModule("duban-storable-text")
                .addDeserializer(String.class, new Strings())
                .addDeserializer(JsonNode.class, new Trees());
    }

    static boolean isStorable(@Nullable String text) {
        if (text == null) {
            return true;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // what is only passed on must not be read here
        if (handler instanceof HandlerMethod) {
            request.getParameterMap().forEach((name, values) -> {
                if (!Arrays.stream(values).allMatch(StorableText::isStorable)) {
                    throw new Refused(name);
                }
            });
            MultipartRequest parts = WebUtils.getNativeRequest(request, MultipartRequest.class);
            if (parts != null) {
                parts.getMultiFileMap().forEach((name, files) -> {
                    if (!files.stream().map(MultipartFile::getOriginalFilename).allMatch(StorableText::isStorable)) {
                        throw new Refused(name);
                    }
                });
            }
        }
        return true;
    }

    private static final class Strings extends StdScalarDeserializer<String> {
        Strings() {
            super(String.class);
        }

        @Override
        public @Nullable String deserialize(JsonParser json, DeserializationContext context) {
            String text = StringDeserializer.instance.deserialize(json, context);
            if (!isStorable(text)) {
                throw new Unstorable(json);
            }
            return text;
        }
    }

    private static final class Trees extends StdDeserializer<JsonNode> {
        Trees() {
            super(JsonNode.class);
        }

        @Override
        public JsonNode deserialize(JsonParser json, DeserializationContext context) {
            JsonNode tree = JsonNodeDeserializer.getDeserializer(JsonNode.class).deserialize(json, context);
            check(tree, json);
            return tree;
        }

        @Override
        public Object getNullValue(DeserializationContext context) {
            return context.getNodeFactory().nullNode();
        }

        @Override
        public @Nullable Object getAbsentValue(DeserializationContext context) {
            return null;
        }

        private static void check(JsonNode node, JsonParser json) {
            if (node.isString() && !isStorable(node.stringValue())) {
                throw new Unstorable(json);
            }
            if (node.isObject()) {
                node.properties().forEach(field -> {
                    try {
                        check(field.getValue(), json);
                    } catch (DatabindException refused) {
                        refused.prependPath(node, field.getKey());
                        throw refused;
                    }
                });
            } else if (node.isArray()) {
                for (int i = 0; i < node.size(); i++) {
                    try {
                        check(node.get(i), json);
                    } catch (DatabindException refused) {
                        refused.prependPath(node, i);
                        throw refused;
                    }
                }
            }
        }
    }
}
