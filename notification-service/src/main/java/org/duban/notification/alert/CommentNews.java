package org.duban.notification.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.duban.notification.alert.Link.Kind;
import org.duban.notification.alert.Saying.Words;
import org.duban.task.contract.CommentEvent;
import org.duban.task.contract.CommentEvent.CommentWithdrawn;
import org.duban.task.contract.CommentEvent.CommentWritten;
import org.duban.task.contract.CommentEvent.WatchedTaskMoved;
import org.duban.task.contract.CommentEvent.Watcher;
import org.springframework.stereotype.Service;

/** Who hears of comments: those mentioned and those who watch the task, never who wrote it (behaviours.md P12). */
@Service
public class CommentNews {

    private final Assignments assignments;
    private final Alerts alerts;
    private final News news;

    CommentNews(Assignments assignments, Alerts alerts, News news) {
        this.assignments = assignments;
        this.alerts = alerts;
        this.news = news;
    }

    public void take(CommentEvent event) {
        switch (event) {
            case CommentWritten it -> alerts.say(said(it));
            case CommentWithdrawn it -> {
                alerts.takeBack(AlertKind.MENTIONED, it.commentId(), it.taskId(), ItemPhrases.TAKEN_BACK);
                alerts.takeBack(AlertKind.WATCHED_COMMENT, it.commentId(), it.taskId(), ItemPhrases.TAKEN_BACK);
            }
            case WatchedTaskMoved it ->
                alerts.say(it.watchers().stream()
                        .map(watcher -> toPerson(
                                watcher,
                                AlertKind.WATCHED_TASK_MOVED,
                                it.taskId(),
                                Long.toString(it.version()),
                                ItemPhrases.moved(it),
                                it.taskId()))
                        .toList());
        }
        UUID task = event.taskId();
        List<Assignments.Party> parties = assignments.parties(task);
        news.changed(
                new Link(Kind.TASK, task),
                Assignments.county(parties),
                parties.stream().map(Assignments.Party::unitId).toList());
    }

    private static List<Saying> said(CommentWritten it) {
        Link link = new Link(Kind.TASK, it.taskId());
        String author = it.author().person();
        Words mentioned = ItemPhrases.mentioned(it);
        List<Saying> said = new ArrayList<>();
        for (UUID unit : it.units()) {
            said.add(Saying.toUnit(unit, AlertKind.MENTIONED, it.commentId(), "", mentioned, link)
                    .causedBy(author));
        }
        if (it.supervisors()) {
            said.add(Saying.toStaff(
                            it.author().unitId(),
                            it.countyId(),
                            AlertKind.MENTIONED,
                            it.commentId(),
                            "",
                            mentioned,
                            link)
                    .causedBy(author));
        }
        Set<UUID> told = Set.copyOf(it.units());
        it.watchers().stream()
                // Whose unit is mentioned hears of it with the unit.
                .filter(watcher -> watcher.unitId() == null || !told.contains(watcher.unitId()))
                .map(watcher -> toPerson(
                        watcher, AlertKind.WATCHED_COMMENT, it.commentId(), "", ItemPhrases.commented(it), it.taskId()))
                .forEach(said::add);
        return said;
    }

    private static Saying toPerson(
            Watcher watcher, AlertKind kind, UUID subject, String occasion, Words words, UUID task) {
        return Saying.toPerson(
                watcher.person(),
                watcher.unitId(),
                watcher.countyId(),
                kind,
                subject,
                occasion,
                words,
                new Link(Kind.TASK, task));
    }
}
