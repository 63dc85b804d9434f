package org.duban.kit.event;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One topic and the events it carries: the bridge between a contract's records and what travels. */
public final class EventChannel<E> {

    private final String topic;
    private final Map<String, Class<? extends E>> types;
    private final Map<Class<?>, String> names = new HashMap<>();

    private EventChannel(String topic, Map<String, Class<? extends E>> types) {
        this.topic = topic;
        this.types = Map.copyOf(types);
        types.forEach((name, type) -> names.put(type, name));
    }

    /**
     * @param root sealed type of all events of the topic
     * @param types record of each CloudEvents type
     */
    public static <E> EventChannel<E> of(String topic, Class<E> root, Map<String, Class<? extends E>> types) {
        types.forEach((name, type) -> {
            if (!root.isAssignableFrom(type)) {
                throw new IllegalArgumentException(name + " is no " + root.getSimpleName());
            }
        });
        return new EventChannel<>(topic, types);
    }

    public String topic() {
        return topic;
    }

    public Outgoing outgoing(String key, E event) {
        return new Outgoing(topic, key, typeOf(event), event);
    }

    /** The CloudEvents type of an event of this topic. */
    public String typeOf(E event) {
        String name = names.get(event.getClass());
        if (name == null) {
            throw new IllegalArgumentException(event.getClass().getName() + " has no type in " + topic);
        }
        return name;
    }

    public byte[] encode(E event) {
        return EventJson.write(event);
    }

    /**
     * Empty for a type that this side does not know.
     *
     * @throws UnreadableEvent where the value is not of its type
     */
    public Optional<E> decode(String type, byte[] value) {
        Class<? extends E> known = types.get(type);
        return known == null ? Optional.empty() : Optional.of(EventJson.read(value, known));
    }
}
