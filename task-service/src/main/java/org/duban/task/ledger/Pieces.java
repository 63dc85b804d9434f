package org.duban.task.ledger;

import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Pieces of tasks. Whoever holds several of a tree holds the deepest first: what is reported on a piece moves upwards, and two who
 * met from above and below would wait for each other.
 */
@Repository
class Pieces {
    // What is suspended is not counted; what was done in an earlier cycle says nothing of this one.
    private static final String COUNTED = """
            from task t join task p on p.id = t.parent_id
            where t.parent_id = :parent and t.given_by = :unit and t.state <> 'SUSPENDED'
              and (p.cycle_from is null or t.assigned_on >= p.cycle_from)
            """;

    private final JdbcClient jdbc;

    Pieces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * It is reported on as often as its parent.
     *
     * @param county whose share it is; null where it is nobody's in particular
     */
    void attach(UUID task, Piece piece, @Nullable UUID county) {
        jdbc.sql("""
                        update task t
                        set parent_id = p.id, given_by = :unit, weight = :weight, depth = :depth, for_county = :county,
                            cadence = p.cadence, cadence_since = case when p.cadence is not null then t.assigned_on end
                        from task p
                        where t.id = :task and p.id = :parent
                        """)
                .param("parent", piece.parentId())
                .param("unit", piece.givenBy())
                .param("weight", piece.weight())
                .param("depth", piece.depth())
                .param("county", county, Types.OTHER)
                .param("task", task)
                .update();
    }

    void markFeature(UUID task, UUID county) {
        jdbc.sql("update task set feature = true, for_county = :county where id = :task")
                .param("county", county)
                .param("task", task)
                .update();
    }

    /** @return counties that have their share of the task, in its cycle */
    Set<UUID> counties(UUID task) {
        return Set.copyOf(jdbc.sql("""
                        select distinct t.for_county
                        from task t join task p on p.id = t.parent_id
                        where t.parent_id = :task and t.for_county is not null
                          and (p.cycle_from is null or t.assigned_on >= p.cycle_from)
                        """).param("task", task).query(UUID.class).list());
    }

    /** @return 0 to 100: how far a unit's pieces of the task have come, by their weights; empty where it has given none */
    Optional<Integer> progress(UUID task, UUID unit) {
        return jdbc.sql("select round(sum(t.weight * t.progress)::numeric / sum(t.weight))::int as progress " + COUNTED
                        + " having count(*) > 0")
                .param("parent", task)
                .param("unit", unit)
                .query(Integer.class)
                .optional();
    }

    int open(UUID task, UUID unit) {
        return jdbc.sql("select count(*) " + COUNTED + " and t.running")
                .param("parent", task)
                .param("unit", unit)
                .query(Integer.class)
                .single();
    }

    /** @return all below the task, held until the transaction ends, the deepest first */
    List<UUID> lockedBelow(UUID task) {
        return jdbc.sql("""
                        with recursive below as (
                            select id from task where parent_id = :task
                            union all
                            select t.id from task t join below b on t.parent_id = b.id)
                        select id from task where id in (select id from below)
                        order by depth desc, ordinal, id for no key update
                        """).param("task", task).query(UUID.class).list();
    }

    /** @return those of the task that the unit gave, in their order */
    List<UUID> givenBy(UUID task, UUID unit) {
        return jdbc.sql("select id from task where parent_id = :task and given_by = :unit order by ordinal")
                .param("task", task)
                .param("unit", unit)
                .query(UUID.class)
                .list();
    }

    void handOver(UUID piece, UUID to) {
        jdbc.sql("update task set given_by = :to where id = :piece")
                .param("to", to)
                .param("piece", piece)
                .update();
    }
}
