package org.duban.task.view;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.duban.kit.id.Ids;
import org.duban.kit.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where people keep their views of the ledger and share them. */
@Service
@Transactional
public class ViewDesk {

    private static final int MOST = 50;
    private static final int MOST_LISTED = 200;

    private final SavedViews views;
    private final Clock clock;

    ViewDesk(SavedViews views, Clock clock) {
        this.views = views;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<LedgerView> list(Caller caller) {
        return views.readBy(caller, MOST_LISTED).stream()
                .map(view -> listed(view, caller))
                .toList();
    }

    @Transactional(readOnly = true)
    public LedgerView one(UUID id, Caller caller) {
        return listed(views.find(id, caller).orElseThrow(ViewRefused::notFound), caller);
    }

    /** @throws ViewRefused where the name is taken, or there are too many */
    public LedgerView keep(
            String name,
            Audience audience,
            Map<String, String> filter,
            List<String> columns,
            @Nullable String grouping,
            Caller caller) {
        if (views.keptBy(caller) >= MOST) {
            throw ViewRefused.tooMany(MOST);
        }
        var view = SavedView.of(
                Ids.next(),
                new SavedView.Words(name, audience, filter, columns, grouping),
                caller,
                OffsetDateTime.now(clock));
        if (!views.add(view)) {
            throw ViewRefused.nameTaken();
        }
        return listed(view, caller);
    }

    /** @param refusingStale given the view's version, throws where the caller decided on another */
    public LedgerView change(
            UUID id,
            LongConsumer refusingStale,
            String name,
            Audience audience,
            Map<String, String> filter,
            List<String> columns,
            @Nullable String grouping,
            Caller caller) {
        var before = views.find(id, caller).orElseThrow(ViewRefused::notFound);
        refusingStale.accept(before.version());
        var after = before.with(
                new SavedView.Words(name, audience, filter, columns, grouping), caller, OffsetDateTime.now(clock));
        if (views.named(caller, name, id)) {
            throw ViewRefused.nameTaken();
        }
        if (!views.save(after)) {
            throw ViewRefused.notFound();
        }
        return listed(after, caller);
    }

    public void drop(UUID id, LongConsumer refusingStale, Caller caller) {
        var view = views.find(id, caller).orElseThrow(ViewRefused::notFound);
        view.requireOwner(caller);
        refusingStale.accept(view.version());
        views.remove(id);
    }

    private static LedgerView listed(SavedView view, Caller caller) {
        return new LedgerView(
                view.id(),
                view.version(),
                view.name(),
                view.audience(),
                view.owner().equals(caller.subject()),
                view.ownerName(),
                view.filter(),
                view.columns(),
                view.grouping(),
                view.updatedAt());
    }
}
