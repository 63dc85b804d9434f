package org.duban.task.ledger;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.duban.kit.security.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a lead unit gives pieces of its part to itself, to those who share the task, and to units of counties. */
@Service
@Transactional
public class PieceDesk {
    private final TaskViews views;
    private final Tasks tasks;
    private final Pieces pieces;
    private final Decisions decisions;
    private final Ledger ledger;
    private final Reach reach;

    PieceDesk(TaskViews views, Tasks tasks, Pieces pieces, Decisions decisions, Ledger ledger, Reach reach) {
        this.views = views;
        this.tasks = tasks;
        this.pieces = pieces;
        this.decisions = decisions;
        this.ledger = ledger;
        this.reach = reach;
    }

    /**
     * @param content without a day of its own it has its parent's
     * @param weight 1 to 100
     * @return the piece's id
     */
    public UUID give(UUID parent, TaskContent content, int weight, LongConsumer version, Caller by) {
        views.requireVisible(parent, by);
        if (by.unit() == null) {
            throw TaskRefused.noUnit();
        }
        UUID unit = by.unit();
        Actor actor = Actor.of(by);
        ledger.holdOrder(tasks.find(parent)
                .orElseThrow(() -> TaskRefused.notFound(parent))
                .planId());
        decisions.take(parent, version, actor, (task, now) -> task.decompose(unit, content.title()));
        Task whole = tasks.find(parent).orElseThrow(() -> TaskRefused.notFound(parent));
        whole.requireHolds(content);
        LocalDate dueOn =
                content.dueOn() == null && content.kind() != TaskKind.STANDING ? whole.dueOn() : content.dueOn();
        reach.requirePiece(content, whole, unit);
        int depth = whole.piece() == null ? 1 : whole.piece().depth() + 1;
        UUID piece = ledger.give(whole.planId(), content.dueOn(dueOn), new Piece(parent, unit, weight, depth));
        decisions.rollUp(parent, unit, actor);
        return piece;
    }
}
