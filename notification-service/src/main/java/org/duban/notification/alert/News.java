package org.duban.notification.alert;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.duban.kit.live.Broadcast;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells every instance, on commit, what open pages should hear of: ids only, each looks up what it needs. */
@Component
public class News {

    private static final int IDS_AT_ONCE = 150;

    /** What changed, for those who see a row of one of the units or of the county. */
    public record Change(Link link, @Nullable UUID county, List<UUID> units) {}

    /** One message, as another instance reads it. */
    public sealed interface Item {
        record AlertsSaid(List<UUID> ids) implements Item {}

        record Changed(Change change) implements Item {}

        record Read(String reader) implements Item {}
    }

    private final Broadcast broadcast;

    News(Broadcast broadcast) {
        this.broadcast = broadcast;
    }

    void alerts(List<UUID> ids) {
        chunks(ids).forEach(some -> broadcast.tell("alerts|" + join(some)));
    }

    void read(String reader) {
        broadcast.tell("read|" + reader);
    }

    void changed(Link link, @Nullable UUID county, Collection<UUID> units) {
        String of = "change|" + link.kind() + "|" + link.id() + "|" + (county == null ? "" : county) + "|";
        List<List<UUID>> chunks = units.isEmpty() ? List.of(List.of()) : chunks(List.copyOf(units));
        chunks.forEach(some -> broadcast.tell(of + join(some)));
    }

    public static Item parse(String message) {
        String[] parts = message.split("\\|", -1);
        return switch (parts[0]) {
            case "alerts" -> new Item.AlertsSaid(ids(parts[1]));
            case "read" -> new Item.Read(message.substring("read|".length()));
            case "change" ->
                new Item.Changed(new Change(
                        new Link(Link.Kind.valueOf(parts[1]), UUID.fromString(parts[2])),
                        parts[3].isEmpty() ? null : UUID.fromString(parts[3]),
                        ids(parts[4])));
            default -> throw new IllegalArgumentException("no news: " + message);
        };
    }

    private static List<UUID> ids(String joined) {
        List<UUID> ids = new ArrayList<>();
        for (String id : joined.split(",")) {
            if (!id.isEmpty()) {
                ids.add(UUID.fromString(id));
            }
        }
        return ids;
    }

    private static String join(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(","));
    }

    private static List<List<UUID>> chunks(List<UUID> ids) {
        List<List<UUID>> chunks = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += IDS_AT_ONCE) {
            chunks.add(ids.subList(from, Math.min(from + IDS_AT_ONCE, ids.size())));
        }
        return chunks;
    }
}
