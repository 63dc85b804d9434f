package org.duban.task.plan.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A numbered paragraph with everything that stands under it; the root has neither number nor heading. */
final class Section {
    final @Nullable Marker marker;
    final @Nullable Section parent;
    /** The paragraph with its number. */
    final Passage label;
    /** The paragraph after its number. */
    final Passage head;

    final List<Passage> body = new ArrayList<>();
    final List<Section> children = new ArrayList<>();

    Section(@Nullable Section parent, @Nullable Marker marker, Passage label) {
        this.parent = parent;
        this.marker = marker;
        this.label = label;
        this.head = marker == null ? label : label.from(marker.length()).strip();
    }

    int depth() {
        return marker == null ? -1 : marker.depth();
    }

    /** The heading: up to the first full stop or colon, or to a bracket. */
    Passage heading() {
        int end = head.length();
        for (int i = 0; i < head.length(); i++) {
            if ("。：:\n".indexOf(head.charAt(i)) >= 0) {
                end = i;
                break;
            }
        }
        return head.slice(0, end);
    }

    /** Whether its heading, or one that it stands under, is of the topic. */
    boolean isUnder(Topic topic) {
        for (var section = this; section != null; section = section.parent) {
            if (section.marker != null && Topic.of(section) == topic) {
                return true;
            }
        }
        return false;
    }

    /** Everything but the numbers of this section: its head, its body, what stands under it. */
    Passage content() {
        return Passage.lines(Stream.concat(Stream.of(head), below()).toList());
    }

    Stream<Passage> below() {
        return Stream.concat(
                body.stream(),
                children.stream().flatMap(child -> Stream.concat(Stream.of(child.label), child.below())));
    }

    Stream<Section> descendants() {
        return children.stream().flatMap(child -> Stream.concat(Stream.of(child), child.descendants()));
    }
}
