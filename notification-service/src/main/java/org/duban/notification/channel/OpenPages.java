package org.duban.notification.channel;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.duban.kit.security.Caller;
import org.duban.notification.alert.Alerts.Addressed;
import org.duban.notification.alert.Link;
import org.duban.notification.alert.News.Change;
import org.duban.notification.alert.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * The pages that are open on this instance, found by whose they are: what is said to one unit of thousands is not held against
 * every page. The groups only narrow the choice; who hears is decided by what the page's caller may see.
 */
final class OpenPages {

    /** Pages by something they have in common. */
    private static final class Groups<K> {

        private final Map<K, Set<LiveStream>> groups = new ConcurrentHashMap<>();

        void add(@Nullable K key, LiveStream stream) {
            if (key != null) {
                // One page to a reader or unit is the rule.
                groups.compute(key, (same, group) -> {
                    if (group == null) {
                        return Set.of(stream);
                    }
                    Set<LiveStream> more = new LinkedHashSet<>(group);
                    more.add(stream);
                    return more;
                });
            }
        }

        void remove(@Nullable K key, LiveStream stream) {
            if (key != null) {
                groups.computeIfPresent(key, (same, group) -> {
                    Set<LiveStream> fewer = new LinkedHashSet<>(group);
                    fewer.remove(stream);
                    return fewer.isEmpty() ? null : fewer;
                });
            }
        }

        Set<LiveStream> of(@Nullable K key) {
            return key == null ? Set.of() : groups.getOrDefault(key, Set.of());
        }
    }

    private final Map<LiveStream, Viewer> viewers = new ConcurrentHashMap<>();
    private final Set<LiveStream> overseers = ConcurrentHashMap.newKeySet();
    private final Groups<UUID> ofUnit = new Groups<>();
    private final Groups<UUID> ofCountyOffice = new Groups<>();
    private final Groups<String> ofReader = new Groups<>();

    void add(LiveStream stream, Viewer viewer) {
        Caller caller = stream.caller();
        if (caller.staff()) {
            overseers.add(stream);
        }
        ofUnit.add(caller.unit(), stream);
        ofCountyOffice.add(office(caller), stream);
        ofReader.add(viewer.reader(), stream);
        // Last: whoever removes it meanwhile finds either nothing or the whole.
        viewers.put(stream, viewer);
    }

    void remove(LiveStream stream) {
        Viewer viewer = viewers.remove(stream);
        if (viewer != null) {
            Caller caller = stream.caller();
            overseers.remove(stream);
            ofUnit.remove(caller.unit(), stream);
            ofCountyOffice.remove(office(caller), stream);
            ofReader.remove(viewer.reader(), stream);
        }
    }

    int count() {
        return viewers.size();
    }

    Collection<LiveStream> all() {
        return viewers.keySet();
    }

    Map<LiveStream, Viewer> of(String reader) {
        return viewing(ofReader.of(reader));
    }

    Map<LiveStream, Viewer> reachedBy(Addressed alert) {
        Map<LiveStream, Viewer> reached = viewing(
                switch (alert.audience()) {
                    // Whoever sits in the unit, secretaries too.
                    case UNIT, OFFICE -> ofUnit.of(alert.unit());
                    case STAFF -> overseers;
                    case PERSON -> ofReader.of(alert.reader());
                });
        reached.values().removeIf(viewer -> !alert.reaches(viewer));
        return reached;
    }

    Collection<LiveStream> concernedBy(Change change) {
        if (concernsAll(change)) {
            return all();
        }
        Set<LiveStream> concerned = new LinkedHashSet<>();
        overseers.stream().filter(stream -> oversees(stream.caller(), change)).forEach(concerned::add);
        Stream.concat(
                        ofCountyOffice.of(change.county()).stream(),
                        change.units().stream().flatMap(unit -> ofUnit.of(unit).stream()))
                // Staff of one county sit in a unit too, and hear of their county only.
                .filter(stream -> !stream.caller().staff())
                .forEach(concerned::add);
        return concerned;
    }

    private static boolean concernsAll(Change change) {
        boolean ofAll = change.link().kind() == Link.Kind.ROUND || change.link().kind() == Link.Kind.MEETING;
        return ofAll && change.units().isEmpty();
    }

    private static boolean oversees(Caller caller, Change change) {
        return caller.county() == null
                || change.county() == null
                || caller.county().equals(change.county());
    }

    private static @Nullable UUID office(Caller caller) {
        return caller.has("COUNTY_OFFICE") ? caller.county() : null;
    }

    private Map<LiveStream, Viewer> viewing(Collection<LiveStream> streams) {
        Map<LiveStream, Viewer> viewing = new HashMap<>();
        for (LiveStream stream : streams) {
            Viewer viewer = viewers.get(stream);
            if (viewer != null) {
                viewing.put(stream, viewer);
            }
        }
        return viewing;
    }
}
