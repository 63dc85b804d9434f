package org.duban.task.bulletin;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.duban.kit.audit.AuditTrail;
import org.duban.kit.security.Caller;
import org.duban.task.access.Rights;
import org.duban.task.bulletin.BulletinView.Shown;
import org.duban.task.bulletin.Bulletins.Kept;
import org.duban.task.bulletin.Bulletins.Of;
import org.duban.task.ledger.Sights;
import org.duban.task.paper.Block;
import org.duban.task.paper.IssuedNumbers;
import org.duban.task.paper.Issuer;
import org.duban.task.paper.OfficialPaper;
import org.duban.task.query.Conditions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Where bulletins are shown, written and issued. A draft is its supervisors' alone; an issued one is for everyone asked in its round. */
@Service
public class BulletinDesk {
    private static final String SERIES = "督通";

    private final Bulletins bulletins;
    private final FactsQuery facts;
    private final BulletinPaper papers;
    private final Issuer issuer;
    private final IssuedNumbers numbers;
    private final AuditTrail audit;
    private final Clock clock;

    BulletinDesk(
            Bulletins bulletins,
            FactsQuery facts,
            BulletinPaper papers,
            Issuer issuer,
            IssuedNumbers numbers,
            AuditTrail audit,
            Clock clock) {
        this.bulletins = bulletins;
        this.facts = facts;
        this.papers = papers;
        this.issuer = issuer;
        this.numbers = numbers;
        this.audit = audit;
        this.clock = clock;
    }

    // one snapshot, so that the numbers and what is listed below them agree
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public BulletinView one(UUID round, Caller caller) {
        return view(shown(round, caller), caller);
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public OfficialPaper.File docx(UUID round, Caller caller) {
        Bulletin bulletin = shown(round, caller);
        Bulletin.Issue issue = bulletin.issue();
        return papers.of(bulletin).file(bulletin.period() + "通报" + (issue == null ? "（未印发）" : issue.number()));
    }

    /**
     * @param version is handed the bulletin's version and throws where the caller wrote on another
     * @throws BulletinRefused where it is issued already, or a number's name is unknown
     */
    @Transactional
    public BulletinView write(UUID round, Texts texts, LongConsumer version, Caller by) {
        Bulletin written = held(round, version, by).written(texts);
        bulletins.save(written, by.name(), OffsetDateTime.now(clock));
        audit.record("bulletin-written", "round", round, Map.of("version", written.version()));
        return view(written, by);
    }

    /** @throws BulletinRefused where it is issued already, or its numbers are others than those that the issuer saw */
    @Transactional
    public BulletinView issue(UUID round, String mark, LongConsumer version, Caller by) {
        LocalDate today = LocalDate.now(clock);
        Bulletin draft = held(round, version, by);
        Bulletin issued = draft.issued(
                mark,
                () -> OfficialPaper.number(
                        issuer.code(draft.countyId(), SERIES),
                        today.getYear(),
                        numbers.next(draft.countyId(), SERIES, today.getYear())),
                today,
                by.name());
        bulletins.save(issued, by.name(), OffsetDateTime.now(clock));
        audit.record(
                "bulletin-issued",
                "round",
                round,
                Map.of(
                        "number",
                        issued.issue() == null ? "" : issued.issue().number(),
                        "owed",
                        issued.facts().totals().owed(),
                        "submitted",
                        issued.facts().totals().submitted(),
                        "onTime",
                        issued.facts().totals().onTime()));
        return view(issued, by);
    }

    private Bulletin held(UUID round, LongConsumer version, Caller by) {
        Of of = bulletins.round(round).orElseThrow(BulletinRefused::notFound);
        if (!Sights.supervises(by, of.county())) {
            throw concerns(of, by) ? BulletinRefused.notYourPlan() : BulletinRefused.notFound();
        }
        bulletins.begin(of, Bulletin.draft(of.planTitle(), of.period()), by.name(), OffsetDateTime.now(clock));
        Bulletin held = bulletin(of, bulletins.kept(round, true).orElseThrow(), by);
        version.accept(held.version());
        return held;
    }

    private Bulletin shown(UUID round, Caller caller) {
        Of of = bulletins.round(round).orElseThrow(BulletinRefused::notFound);
        Kept kept = bulletins
                .kept(round, false)
                .orElseGet(() -> new Kept(0, Bulletin.draft(of.planTitle(), of.period()), null, null));
        if (!isSupervisor(of.county(), caller) && (kept.issue() == null || !concerns(of, caller))) {
            throw BulletinRefused.notFound();
        }
        return bulletin(of, kept, caller);
    }

    private Bulletin bulletin(Of of, Kept kept, Caller caller) {
        return new Bulletin(
                of.round(),
                kept.version(),
                of.plan(),
                of.planTitle(),
                of.county(),
                of.period(),
                kept.texts(),
                kept.facts() == null ? facts.of(of.plan(), of.county(), of.period(), caller) : kept.facts(),
                kept.issue());
    }

    private static boolean isSupervisor(@Nullable UUID county, Caller caller) {
        return caller.has("SUPERVISOR") && Sights.supervises(caller, county);
    }

    private boolean concerns(Of of, Caller caller) {
        Conditions seen = new Conditions().seenBy(caller.sight(), "r");
        return bulletins.concerns(of.round(), of.period(), seen.where(), seen.params());
    }

    private BulletinView view(Bulletin bulletin, Caller caller) {
        Bulletin.Issue issue = bulletin.issue();
        OfficialPaper paper = papers.of(bulletin);
        return new BulletinView(
                bulletin.roundId(),
                bulletin.version(),
                bulletin.planId(),
                bulletin.planTitle(),
                bulletin.period().toString(),
                issue != null,
                issue == null ? null : issue.number(),
                issue == null ? null : issue.on(),
                issue == null ? null : issue.by(),
                bulletin.texts(),
                bulletin.facts(),
                bulletin.mark(),
                new Tokens(bulletin.planTitle(), bulletin.period(), bulletin.facts()).names(),
                paper.letterhead() == null ? "" : paper.letterhead(),
                issuer.office(bulletin.countyId()),
                preview(paper),
                issue == null && Rights.supervises(caller) && Sights.supervises(caller, bulletin.countyId()));
    }

    private static List<Shown> preview(OfficialPaper paper) {
        List<Shown> shown = new ArrayList<>();
        for (Block block : paper.numberedBody()) {
            switch (block) {
                case Block.Heading heading ->
                    shown.add(new Shown(
                            "HEADING",
                            heading.level(),
                            heading.title() + (heading.text() == null ? "" : heading.text()),
                            List.of()));
                case Block.Paragraph paragraph -> shown.add(new Shown("PARAGRAPH", 0, paragraph.text(), List.of()));
                case Block.Table table -> {
                    List<List<String>> rows = new ArrayList<>();
                    rows.add(table.columns().stream().map(Block.Column::name).toList());
                    rows.addAll(table.rows());
                    shown.add(new Shown("TABLE", 0, table.caption() == null ? "" : table.caption(), rows));
                }
                case Block.Form form ->
                    shown.add(new Shown(
                            "TABLE",
                            0,
                            "",
                            form.fields().stream()
                                    .map(field -> List.of(field.name(), field.value()))
                                    .toList()));
            }
        }
        return shown;
    }
}
