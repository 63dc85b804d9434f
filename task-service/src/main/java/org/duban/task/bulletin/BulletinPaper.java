package org.duban.task.bulletin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duban.task.bulletin.Facts.Missing;
import org.duban.task.light.Light;
import org.duban.task.overview.Numbers;
import org.duban.task.paper.Block;
import org.duban.task.paper.Block.Align;
import org.duban.task.paper.Block.Column;
import org.duban.task.paper.Block.Heading;
import org.duban.task.paper.Block.Paragraph;
import org.duban.task.paper.Block.Table;
import org.duban.task.paper.Issuer;
import org.duban.task.paper.OfficialPaper;
import org.duban.task.paper.OfficialPaper.Imprint;
import org.duban.task.paper.OfficialPaper.Signature;
import org.springframework.stereotype.Component;

/** A bulletin as an official document. */
@Component
class BulletinPaper {
    private static final int LONGEST_QUOTATION = 120;

    private final Issuer issuer;

    BulletinPaper(Issuer issuer) {
        this.issuer = issuer;
    }

    OfficialPaper of(Bulletin bulletin) {
        String office = issuer.office(bulletin.countyId());
        Bulletin.Issue issue = bulletin.issue();
        return new OfficialPaper(
                office + "文件",
                issue == null ? null : issue.number(),
                bulletin.texts().title(),
                bulletin.texts().addressee(),
                body(bulletin),
                List.of(),
                new Signature(office, issue == null ? null : issue.on()),
                new Imprint(bulletin.texts().copiedTo(), office, issue == null ? null : issue.on()));
    }

    private static List<Block> body(Bulletin bulletin) {
        Texts texts = bulletin.texts();
        Facts facts = bulletin.facts();
        Tokens tokens = new Tokens(bulletin.planTitle(), bulletin.period(), facts);
        List<Block> body = new ArrayList<>();
        body.add(new Heading(1, "总体情况"));
        body.add(new Paragraph(tokens.filled("opening", texts.opening())));
        body.add(new Heading(1, "单位报送情况"));
        body.add(ranking(
                "单位",
                facts.units().stream()
                        .map(unit -> new Ranked(unit.unit().nameIn(bulletin.countyId()), unit.numbers()))
                        .toList()));
        if (facts.counties().size() > 1) {
            body.add(new Heading(1, "县区报送情况"));
            body.add(ranking(
                    "县区",
                    facts.counties().stream()
                            .map(county -> new Ranked(county.countyName(), county.numbers()))
                            .toList()));
        }
        List<Block> troubles = troubles(facts, texts.sections());
        String remarks = tokens.filled("remarks", texts.remarks());
        if (!troubles.isEmpty() || !remarks.isBlank()) {
            body.add(new Heading(1, "存在问题"));
            if (!remarks.isBlank()) {
                body.add(new Paragraph(remarks));
            }
            body.addAll(troubles);
        }
        if (!texts.demands().isBlank()) {
            body.add(new Heading(1, "下步要求"));
            body.add(new Paragraph(tokens.filled("demands", texts.demands())));
        }
        return body;
    }

    private record Ranked(String name, Numbers numbers) {}

    private static Table ranking(String whom, List<Ranked> ranked) {
        return new Table(
                null,
                List.of(
                        new Column("序号", 6, Align.CENTRE),
                        new Column(whom, 20, Align.LEFT),
                        new Column("应报", 7, Align.RIGHT),
                        new Column("已报", 7, Align.RIGHT),
                        new Column("按时", 7, Align.RIGHT),
                        new Column("报送率", 10, Align.RIGHT),
                        new Column("按时率", 10, Align.RIGHT),
                        new Column("红灯", 7, Align.RIGHT)),
                IntStream.range(0, ranked.size())
                        .mapToObj(i ->
                                row(i + 1, ranked.get(i).name(), ranked.get(i).numbers()))
                        .toList());
    }

    private static List<String> row(int ordinal, String name, Numbers numbers) {
        return List.of(
                Integer.toString(ordinal),
                name,
                Integer.toString(numbers.owed()),
                Integer.toString(numbers.submitted()),
                Integer.toString(numbers.onTime()),
                Tokens.percent(numbers.submissionRate()),
                Tokens.percent(numbers.onTimeRate()),
                Integer.toString(numbers.lights().getOrDefault(Light.RED, 0)));
    }

    private static List<Block> troubles(Facts facts, List<Section> sections) {
        List<Block> troubles = new ArrayList<>();
        for (Section section : sections) {
            List<Block> listed = switch (section) {
                case MISSING -> missing(facts.missing());
                case PROBLEMS ->
                    facts.problems().stream()
                            .<Block>map(it -> new Heading(
                                    3, it.unit() + "：", "“%s”，%s".formatted(it.task(), sentence(it.words()))))
                            .toList();
                case REPEATED ->
                    facts.repeated().stream()
                            .<Block>map(it -> new Heading(
                                    3, it.unit() + "：", "“%s”的报送与上期内容相同%d%%。".formatted(it.task(), it.percent())))
                            .toList();
                case STILL ->
                    facts.still().stream()
                            .<Block>map(it -> new Heading(
                                    3,
                                    it.unit() + "：",
                                    "“%s”连续%d期进度停留在%d%%。".formatted(it.task(), it.months(), it.progress())))
                            .toList();
            };
            if (!listed.isEmpty()) {
                troubles.add(new Heading(2, title(section)));
                troubles.addAll(listed);
            }
        }
        return troubles;
    }

    private static List<Block> missing(List<Missing> missing) {
        Map<String, List<Missing>> byUnit =
                missing.stream().collect(Collectors.groupingBy(Missing::unit, LinkedHashMap::new, Collectors.toList()));
        return byUnit.entrySet().stream()
                .<Block>map(unit -> new Heading(
                        3,
                        unit.getKey() + "：",
                        "%d项未报，%s。"
                                .formatted(
                                        unit.getValue().size(),
                                        unit.getValue().stream()
                                                .map(it -> "“" + it.task() + "”")
                                                .collect(Collectors.joining("、")))))
                .toList();
    }

    private static String title(Section section) {
        return switch (section) {
            case MISSING -> "未按时报送";
            case PROBLEMS -> "各单位反映的问题";
            case REPEATED -> "报送内容与上期雷同";
            case STILL -> "进度没有变化";
        };
    }

    private static String sentence(String words) {
        String one = words.strip().replaceAll("\\s*\\R\\s*", "；");
        String kept = one.length() > LONGEST_QUOTATION ? one.substring(0, LONGEST_QUOTATION) + "……" : one;
        return kept.matches(".*[。！？…]$") ? kept : kept + "。";
    }
}
