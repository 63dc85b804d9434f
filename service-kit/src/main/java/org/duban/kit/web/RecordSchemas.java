package org.duban.kit.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Says of a record in the API's document what the record says of itself: a component without {@code @Nullable} is always
 * there, one with it may be null.
 */
final class RecordSchemas implements ModelConverter {

    private final Map<String, Set<Class<?>>> named = new ConcurrentHashMap<>();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> resolved = chain.next().resolve(type, context, chain);
        Class<?> record = Json31.mapper().constructType(type.getType()).getRawClass();
        if (resolved != null && record.isRecord() && isNullMarked(record)) {
            Schema<?> described = described(resolved, context);
            if (described != null && described.getProperties() != null) {
                keepName(described, record);
                describe(described, record);
            }
        }
        return resolved;
    }

    private static boolean isNullMarked(Class<?> record) {
        return record.getPackage().isAnnotationPresent(NullMarked.class);
    }

    private static @Nullable Schema<?> described(Schema<?> resolved, ModelConverterContext context) {
        String ref = resolved.get$ref();
        return ref == null ? resolved : context.getDefinedModels().get(ref.substring(ref.lastIndexOf('/') + 1));
    }

    // Generic records are named after their arguments too.
    private void keepName(Schema<?> described, Class<?> record) {
        if (described.getName() != null && record.getTypeParameters().length == 0) {
            named.computeIfAbsent(described.getName(), name -> ConcurrentHashMap.newKeySet())
                    .add(record);
        }
    }

    /** @throws IllegalStateException where two records have one name and would be described as one */
    void requireNamesApart() {
        named.forEach((name, records) -> {
            if (records.size() > 1) {
                throw new IllegalStateException(
                        "In the API's document %s are all called %s: tell them apart by @Schema(name = …)"
                                .formatted(records, name));
            }
        });
    }

    private static void describe(Schema<?> schema, Class<?> record) {
        var required = new TreeSet<String>(schema.getRequired() == null ? List.of() : schema.getRequired());
        components(record).forEach((name, component) -> {
            Schema<?> property = schema.getProperties().get(name);
            if (property == null) {
                return;
            }
            if (isNullable(component)) {
                required.remove(name);
                schema.getProperties().put(name, orNull(property));
            } else {
                required.add(name);
            }
        });
        schema.setRequired(required.isEmpty() ? null : List.copyOf(required));
    }

    /** By their names in JSON; those of an unwrapped record stand where it stands. */
    private static Map<String, RecordComponent> components(Class<?> record) {
        var components = new LinkedHashMap<String, RecordComponent>();
        for (RecordComponent component : record.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                components.putAll(components(component.getType()));
            } else {
                components.put(nameOf(component), component);
            }
        }
        return components;
    }

    private static String nameOf(RecordComponent component) {
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null || named.value().isEmpty() ? component.getName() : named.value();
    }

    private static boolean isNullable(RecordComponent component) {
        return Stream.of(component.getAnnotatedType(), component.getAccessor().getAnnotatedReturnType())
                .flatMap(type -> Arrays.stream(type.getAnnotations()))
                .anyMatch(annotation -> annotation.annotationType() == Nullable.class);
    }

    private static Schema<?> orNull(Schema<?> property) {
        if (property.get$ref() != null) {
            Schema<?> either = new Schema<>().anyOf(List.of(new Schema<>().$ref(property.get$ref()), nothing()));
            // An unwrapped record gives its properties away by their names.
            either.setName(property.getName());
            return either;
        }
        if (property.getTypes() != null && property.getTypes().size() == 1) {
            property.addType("null");
            addNull(property);
        }
        return property;
    }

    // An enumeration that does not list null refuses it, whatever its type says.
    @SuppressWarnings({"unchecked", "NullAway"})
    private static void addNull(Schema<?> property) {
        if (property.getEnum() != null && !property.getEnum().contains(null)) {
            var words = new java.util.ArrayList<Object>(property.getEnum());
            words.add(null);
            ((Schema<Object>) property).setEnum(words);
        }
    }

    private static Schema<Object> nothing() {
        Schema<Object> nothing = new Schema<>();
        nothing.addType("null");
        return nothing;
    }
}
