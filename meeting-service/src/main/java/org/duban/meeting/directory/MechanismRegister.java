package org.duban.meeting.directory;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.kit.audit.AuditTrail;
import org.duban.kit.security.Caller;
import org.duban.meeting.contract.DirectoryEvent.MechanismChanged;
import org.duban.meeting.contract.DirectoryEvent.MechanismEstablished;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Establishes mechanisms and changes their order. */
@Service
public class MechanismRegister {

    private final Mechanisms mechanisms;
    private final JdbcClient jdbc;
    private final DirectoryEvents events;
    private final AuditTrail audit;

    MechanismRegister(Mechanisms mechanisms, JdbcClient jdbc, DirectoryEvents events, AuditTrail audit) {
        this.mechanisms = mechanisms;
        this.jdbc = jdbc;
        this.events = events;
        this.audit = audit;
    }

    @Transactional
    public Mechanism establish(Mechanism.Order order, Caller by) {
        queue();
        requireOwnOffice(order.officeUnitId(), by);
        Mechanism mechanism = Mechanism.establish(order);
        requireKnown(order);
        requireFree(mechanism);
        Mechanism saved = mechanisms.save(mechanism);
        events.tell(new MechanismEstablished(saved.state()));
        audit.record("mechanism-established", "mechanism", saved.id(), order);
        return saved;
    }

    @Transactional
    public Mechanism reorder(UUID id, Mechanism.Order order, Caller by, LongConsumer expected) {
        queue();
        Mechanism mechanism = mechanisms.findLockedById(id).orElseThrow(DirectoryRefused::mechanismUnknown);
        expected.accept(mechanism.version());
        requireOwnOffice(mechanism.officeUnitId(), by);
        requireOwnOffice(order.officeUnitId(), by);
        mechanism.reorder(order);
        requireKnown(order);
        requireFree(mechanism);
        Mechanism saved = mechanisms.save(mechanism);
        events.tell(new MechanismChanged(saved.state()));
        audit.record("mechanism-changed", "mechanism", id, order);
        return saved;
    }

    /** Mechanisms are few and rarely change; one at a time keeps names unique without a failed insert. */
    private void queue() {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended('mechanisms', 0))) as held")
                .query(Integer.class)
                .single();
    }

    private void requireOwnOffice(UUID office, Caller by) {
        UUID county = jdbc.sql("select county_id from unit where id = :id")
                .param("id", office)
                .query(UUID.class)
                .optional()
                .orElse(null);
        if (by.county() != null && !by.county().equals(county)) {
            throw DirectoryRefused.otherCounty();
        }
    }

    private void requireFree(Mechanism mechanism) {
        boolean taken = mechanisms
                .findByName(mechanism.name())
                .filter(other -> !other.id().equals(mechanism.id()))
                .isPresent();
        if (taken) {
            throw DirectoryRefused.mechanismExists(mechanism.name());
        }
    }

    private void requireKnown(Mechanism.Order order) {
        Set<UUID> units =
                living(order.members().stream().map(Mechanism.Member::unitId).toList(), order.officeUnitId());
        for (int i = 0; i < order.members().size(); i++) {
            if (!units.contains(order.members().get(i).unitId())) {
                throw DirectoryRefused.namedUnitUnknown("/members/" + i + "/unitId");
            }
        }
        if (!units.contains(order.officeUnitId())) {
            throw DirectoryRefused.namedUnitUnknown("/officeUnitId");
        }
        Set<UUID> posts = posts(order.delegatePostIds(), order.convenerPostId());
        if (!posts.contains(order.convenerPostId())) {
            throw DirectoryRefused.namedPostUnknown("/convenerPostId");
        }
        for (int i = 0; i < order.delegatePostIds().size(); i++) {
            if (!posts.contains(order.delegatePostIds().get(i))) {
                throw DirectoryRefused.namedPostUnknown("/delegatePostIds/" + i);
            }
        }
    }

    private Set<UUID> living(List<UUID> members, UUID office) {
        return found("select id from unit where retired_on is null and id in (:ids)", members, office);
    }

    private Set<UUID> posts(List<UUID> delegates, UUID convener) {
        return found("select id from post where id in (:ids)", delegates, convener);
    }

    private Set<UUID> found(String sql, List<UUID> many, UUID one) {
        List<UUID> ids = Stream.concat(many.stream(), Stream.of(one)).distinct().toList();
        return jdbc.sql(sql).param("ids", ids).query(UUID.class).list().stream().collect(Collectors.toSet());
    }
}
