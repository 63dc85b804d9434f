package org.duban.task.plan.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stands around the text itself: title, 发文字号, 发文机关, 成文日期, and where the document came from. */
final class FrontMatter {
    private static final Pattern NUMBER = Pattern.compile(
            "(?<number>[\\p{IsHan}]{0,16}\\s*[〔\\[［（(【]\\s*\\d{4}\\s*[〕\\]］）)】]\\s*(?:第)?\\s*\\d{1,4}\\s*[号期])(?:\\s*签发人.*|\\s+\\d{4}年\\d{1,2}月\\d{1,2}日)?");
    private static final Pattern ATTACHMENT = Pattern.compile("附\\s*件\\s*[\\d一二三四五六七八九十]*\\s*[：:]?|附表\\s*\\d*");
    private static final Pattern HEAD = Pattern.compile("(?<issuer>[\\p{IsHan}\\s]{4,40}?)\\s*文\\s*件");
    private static final Pattern FURNITURE = Pattern.compile(
            "[（(].*[）)]|(?:索\\s*引\\s*号|发布(?:时间|日期|机构)|成文日期|来源|浏览|字号|主题(?:分类|词)|文\\s*号|有效性|公开方式|签发人|密级|紧急程度|特急|加急|急件|机密|秘密|份号)\\s*[：:]?.*|[A-Za-z\\d\\s/\\-—:：.]+");
    private static final Pattern TITLE_END = Pattern.compile(
            ".*(?:通知|方案|意见|制度|机制|纪要|办法|规定|规则|清单|分解表|分工表|一览表|台账|计划|要点|细则|措施|规划|批复|函|报告|通报|决定|表|分工|任务书|责任书)[》」”]?(?:[（(].{1,12}[）)])?");
    private static final Pattern NOTICE_END =
            Pattern.compile(".*(?:(?:通知|函|决定|批复|通报|公告)[》」”]?|意见)(?:[（(].{1,12}[）)])?");
    private static final Pattern YEARS = Pattern.compile("[（(](?:20\\d{2}[^）)]{0,12}年|试行|修订|暂行)[^）)]{0,4}[）)]");
    private static final Pattern DATE_LINE = Pattern.compile(
            "(?:.{0,40}?[\\s　])?(?:(?:签发|印发|成文|发文|制表)?(?:日期|时间)[：:])?[（(]?\\s*(?:(?:19|20)\\d{2}\\s*年\\s*\\d{1,2}\\s*月\\s*\\d{1,2}\\s*日|二[〇○零Oo][一二三四五六七八九〇○零]{2}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)\\s*[）)]?");
    private static final Pattern DATE_LABEL = Pattern.compile(
            "[\\s　]*(?:(?:签发|印发|成文|发文|制表)?(?:日期|时间)[：:])?[\\s　]*[（(]?(?:(?:19|20)\\d{2}|二[〇○零Oo][一二三四五六七八九〇○零]{2}年).*");
    private static final Pattern MADE_BY = Pattern.compile("^(?:制表|编制|填报|发文|印发|制发)(?:单位|机关|部门)[：:]\\s*");
    private static final Pattern PRINTED = Pattern.compile("(?<day>(?:19|20)\\d{2}年\\d{1,2}月\\d{1,2}日)\\s*(?:印发|印$)");
    private static final Pattern ORGAN =
            Pattern.compile("^(?<issuer>[\\p{IsHan}（）()、\\s]{3,60}?)(?:(?:批转|转发|印发)[\\p{IsHan}（）()、]{0,40}?)?关于.*");
    private static final Pattern ORGAN_END = Pattern.compile(
            ".*(?:政府|办公室|办公厅|委员会|局|委|厅|部|院|会|领导小组|指挥部|专班|集团|公司|中心|大学|学院|管委会|办事处|办|等.{1,3}(?:部门|单位))(?:[（(][^）)]*[）)])?");
    private static final Pattern SET_UP = Pattern.compile(
            "(?:建立|成立|设立|印发|制定|制订|形成|实施)(?:了)?《?(?<title>[\\p{IsHan}（）()〈〉“”、\\d\\-—年]{4,50}?(?:工作机制|联席会议制度|联席会议|实施方案|工作方案|分工方案|行动计划|领导小组|专班))》?");
    private static final Pattern APPROVED =
            Pattern.compile("(?:已经|业经|经)(?!济|营|费|办|过|验|开区)(?<by>[^，。；]{3,40}?)(?:审议通过|研究通过|研究同意|会议通过|通过|同意|批准)");
    private static final Pattern FORWARDED = Pattern.compile("(?:转发|批转)(?<from>[^《，。]{2,40}?)(?:关于)?《");
    // 甲转发乙关于……的通知
    private static final Pattern FORWARDS = Pattern.compile("(?<=.{4})(?:转发|批转)");
    private static final Pattern COPIED = Pattern.compile("抄\\s*送[：:]\\s*(?<to>[^。\\n]+)");
    private static final Pattern YEAR_OF_NUMBER = Pattern.compile("[〔\\[［（(【]\\s*(20\\d{2})");
    private static final Pattern YEAR_OF_TITLE = Pattern.compile("(20\\d{2})(?=年|[-—])");
    private static final Pattern MEETING = Pattern.compile("会议|主持|召开|^时\\s*间\\s*[：:]");
    private static final int SHORTEST_PROSE = 24;
    private static final int MOST_TITLE_LINES = 3;
    private static final int TOP = 30;
    private static final int LONGEST_TITLE_LINE = 120;

    private final List<Passage> paragraphs;
    final Map<String, Span> sources = new HashMap<>();
    String title = "";

    @Nullable
    String documentNumber;

    @Nullable
    String issuer;

    @Nullable
    LocalDate issuedOn;

    @Nullable
    Passage issuedLine;

    @Nullable
    LocalDate printedOn;

    @Nullable
    Passage printedLine;

    DocumentKind kind = DocumentKind.IMPLEMENTATION_PLAN;

    FrontMatter(List<Passage> paragraphs) {
        this.paragraphs = paragraphs;
        readNumber();
        readTitle();
        readDates();
        datedByPrinting();
        issuedWherePrinted();
        readIssuer();
        readKind();
    }

    /** The day that dates without a year are understood from. */
    LocalDate spokenOn(LocalDate otherwise) {
        if (issuedOn != null || printedOn != null) {
            return issuedOn != null ? issuedOn : Objects.requireNonNull(printedOn);
        }
        return top().stream()
                .flatMap(line -> Dates.fullDay(line.cut(LONGEST_TITLE_LINE).text()).stream())
                .findFirst()
                .or(this::numberedIn)
                .or(this::titledFor)
                .orElse(otherwise);
    }

    /** The day of the meeting, which minutes tell in their first sentence. */
    LocalDate metOn(LocalDate otherwise) {
        return kind != DocumentKind.MINUTES
                ? otherwise
                : top().stream()
                        .filter(line -> line.has(MEETING)
                                && (line.length() > SHORTEST_PROSE
                                        || line.text().startsWith("时")))
                        .flatMap(line ->
                                Dates.fullDay(line.cut(LONGEST_TITLE_LINE).text()).stream())
                        .findFirst()
                        .orElse(otherwise);
    }

    // 〔2024〕3号
    private Optional<LocalDate> numberedIn() {
        var year = YEAR_OF_NUMBER.matcher(documentNumber == null ? "" : documentNumber);
        return year.find() ? Optional.of(LocalDate.of(Integer.parseInt(year.group(1)), 1, 1)) : Optional.empty();
    }

    // ……2025年重点任务清单
    private Optional<LocalDate> titledFor() {
        var year = YEAR_OF_TITLE.matcher(title);
        return year.find() ? Optional.of(LocalDate.of(Integer.parseInt(year.group(1)), 1, 1)) : Optional.empty();
    }

    Reading.Provenance provenance() {
        var text = Passage.lines(paragraphs);
        var copied =
                find(text, COPIED, "to").map(UnitList::of).map(Units::texts).orElse(List.of());
        return new Reading.Provenance(
                find(text, APPROVED, "by").map(Passage::text).orElse(null),
                find(text, FORWARDED, "from").map(Passage::text).orElse(null),
                copied,
                printedOn);
    }

    private void readNumber() {
        for (var line : top()) {
            var match = line.matcher(NUMBER);
            if (match.matches()) {
                var number = line.slice(match.start("number"), match.end("number"));
                documentNumber = number.written();
                sources.put("documentNumber", number.span());
                return;
            }
        }
    }

    private void readTitle() {
        var lines = titleLines();
        if (lines.isEmpty()) {
            namedInText();
            return;
        }
        var joined = lines.getFirst();
        for (var line : lines.subList(1, lines.size())) {
            joined = joined.plus(line);
        }
        title = joined.written().replaceAll("(?<![A-Za-z])[\\s　]+|[\\s　]+(?![A-Za-z])", "");
        sources.put("title", joined.span());
    }

    private List<Passage> titleLines() {
        var title = new ArrayList<Passage>();
        boolean belowDate = false;
        for (var line : top()) {
            // what stands above the number is the masthead
            if (NUMBER.matcher(line.text()).matches() && !isWhole(title)) {
                title.clear();
            }
            if (title.isEmpty() ? isFurniture(line) : isFurnitureWithin(line)) {
                belowDate |= DATE_LINE.matcher(line.text()).matches();
                continue;
            }
            if (!isTitleLine(line)) {
                break;
            }
            // the issuer and the day stand above some titles
            if (belowDate) {
                title.clear();
                belowDate = false;
            }
            if (title.size() == 1 && isMasthead(title.getFirst(), line)) {
                title.clear();
            }
            title.add(line);
            if (isWhole(title) && !goesOn(title, line)) {
                addYears(title, line);
                var below = named(line);
                return below.isEmpty() ? title : below;
            }
        }
        boolean whole = title.size() == 1 && title.getFirst().length() <= 40;
        return whole ? title : List.of();
    }

    // 玉泉街道办事处 above 玉泉街道……实施方案; above 关于…… it belongs to the title
    private static boolean isMasthead(Passage first, Passage next) {
        return ORGAN_END.matcher(first.text()).matches() && next.text().startsWith(first.text())
                || ORGAN_END.matcher(first.text()).matches()
                        && !first.contains("关于")
                        && !next.contains("关于")
                        && next.text().startsWith(first.text().substring(0, 2))
                        && isWhole(List.of(next));
    }

    // minutes often say 某某专题会议纪要 below the masthead's 会议纪要
    private List<Passage> named(Passage masthead) {
        if (!masthead.text().replace(" ", "").endsWith("纪要")) {
            return List.of();
        }
        var lines = top().stream()
                .skip(paragraphs.indexOf(masthead) + 1L)
                .dropWhile(FrontMatter::isFurnitureWithin)
                .limit(MOST_TITLE_LINES)
                .takeWhile(FrontMatter::isTitleLine)
                .toList();
        int from = 0;
        for (int i = 0; i < lines.size(); i++) {
            from = DATE_LINE.matcher(lines.get(i).text()).matches() ? i + 1 : from;
            if (lines.get(i).text().endsWith("纪要")) {
                return lines.subList(from, i + 1);
            }
        }
        return List.of();
    }

    // 关于印发《……方案》 still lacks 的通知
    private static boolean isWhole(List<Passage> lines) {
        var joined = String.join("", Units.texts(lines)).replaceAll("[\\s　]", "");
        boolean notice = joined.contains("印发") || joined.contains("转发");
        // 关于分解落实《政府工作报告》 still lacks 重点工作的通知
        if (joined.contains("关于") && joined.endsWith("》")) {
            return false;
        }
        return notice
                ? NOTICE_END.matcher(joined).matches()
                : TITLE_END.matcher(joined).matches();
    }

    // 关于印发《……意见》 above 重点任务分工方案的通知
    private boolean goesOn(List<Passage> title, Passage last) {
        int next = paragraphs.indexOf(last) + 1;
        return last.text().endsWith("》")
                && next < paragraphs.size()
                && title.size() < MOST_TITLE_LINES
                && isTitleLine(paragraphs.get(next))
                && NOTICE_END.matcher(paragraphs.get(next).text()).matches()
                && !paragraphs.get(next).contains("关于");
    }

    // （2023—2025年） on a line of its own belongs to the title
    private void addYears(List<Passage> title, Passage last) {
        int next = paragraphs.indexOf(last) + 1;
        if (next < paragraphs.size()
                && YEARS.matcher(paragraphs.get(next).text()).matches()) {
            title.add(paragraphs.get(next));
        }
    }

    private static boolean isFurniture(Passage line) {
        return isFurnitureWithin(line)
                || ATTACHMENT.matcher(line.text()).matches()
                || HEAD.matcher(line.text()).matches();
    }

    private static boolean isFurnitureWithin(Passage line) {
        return NUMBER.matcher(line.text()).matches()
                || FURNITURE.matcher(line.text()).matches()
                || DATE_LINE.matcher(line.text()).matches();
    }

    private static boolean isTitleLine(Passage line) {
        char last = line.charAt(line.length() - 1);
        return line.length() <= LONGEST_TITLE_LINE
                && "。：:；;，,".indexOf(last) < 0
                && line.text().indexOf('\t') < 0
                && Marker.of(line.text()) == null;
    }

    // a notice printed without its title names what it sets up
    private void namedInText() {
        for (var line : top()) {
            var found = find(line, SET_UP, "title");
            if (found.isPresent()) {
                title = found.get().written();
                sources.put("title", found.get().span());
                return;
            }
        }
        paragraphs.stream()
                .filter(line -> !isFurniture(line) && !line.contains("\t"))
                .findFirst()
                .ifPresent(line -> {
                    title = line.cut(60).written();
                    sources.put("title", line.span());
                });
    }

    private void readDates() {
        for (var line : paragraphs) {
            var printed = line.matcher(PRINTED);
            if (printed.find()) {
                printedOn = Dates.fullDay(printed.group("day")).orElse(null);
                printedLine = line.slice(printed.start("day"), printed.end());
            } else if (issuedOn == null && DATE_LINE.matcher(line.text()).matches()) {
                Dates.fullDay(line.text()).ifPresent(day -> {
                    issuedOn = day;
                    issuedLine = line;
                    sources.put("issuedOn", line.span());
                });
            }
        }
    }

    // 云山县人民政府办公室 and 2024年5月10日印发 below it, and no other day
    private void issuedWherePrinted() {
        if (issuedOn == null
                && printedOn != null
                && printedLine != null
                && DocumentKind.titled(title) == DocumentKind.MINUTES) {
            issuedOn = printedOn;
            var printed = printedLine.span();
            issuedLine = paragraphs.stream()
                    .filter(line -> line.span().contains(printed))
                    .findFirst()
                    .orElse(printedLine);
            sources.put("issuedOn", printed);
        }
    }

    // who prints minutes need not be who issues them
    private boolean isPrinted(@Nullable Passage line) {
        return line != null && printedLine != null && line.span().contains(printedLine.span());
    }

    // minutes often bear no day but that of their printing
    private void datedByPrinting() {
        if (issuedOn == null && printedOn != null && printedLine != null && title.contains("纪要")) {
            issuedOn = printedOn;
            sources.put("issuedOn", printedLine.span());
        }
    }

    private void readIssuer() {
        // minutes are titled by who met, and issued by who signs them
        boolean signed = !isPrinted(issuedLine);
        var candidate = (title.contains("纪要") && signed ? fromSignature() : Optional.<Passage>empty())
                .or(this::fromTitle)
                .or(() -> signed ? fromSignature() : Optional.empty())
                .or(this::fromHead)
                .or(this::fromTop)
                .or(this::fromSignature);
        candidate.ifPresent(words -> {
            issuer = words.written().replaceAll("[\\s　]", "");
            sources.put("issuer", words.span());
        });
    }

    private Optional<Passage> fromTitle() {
        var span = sources.get("title");
        if (span == null || !title.contains("关于")) {
            return Optional.empty();
        }
        return top().stream()
                .filter(line -> span.contains(line.span()))
                .reduce(Passage::plus)
                .flatMap(whole -> find(whole, ORGAN, "issuer"))
                .map(words -> {
                    var forwards = words.matcher(FORWARDS);
                    return forwards.find() ? words.slice(0, forwards.start()) : words;
                })
                .map(Passage::strip)
                .filter(words -> ORGAN_END.matcher(words.text()).matches());
    }

    private Optional<Passage> fromSignature() {
        int dateLine = issuedLine == null ? -1 : paragraphs.indexOf(issuedLine);
        if (issuedLine == null || dateLine < 1) {
            return Optional.empty();
        }
        var words = DATE_LABEL.matcher(issuedLine.text()).replaceFirst("");
        if (words.length() >= 4 && ORGAN_END.matcher(words.strip()).matches()) {
            return Optional.of(issuedLine.slice(0, words.length()).strip().stripLeading(MADE_BY));
        }
        var line = paragraphs.get(dateLine - 1);
        boolean signature = line.length() <= 40
                && ORGAN_END.matcher(line.text()).matches()
                && Marker.of(line.text()) == null
                && !line.contains("：");
        return signature ? Optional.of(line) : Optional.empty();
    }

    private Optional<Passage> fromHead() {
        return top().stream()
                .flatMap(line -> {
                    var head = line.matcher(HEAD);
                    return head.matches()
                            ? Optional.ofNullable(line.group(head, "issuer")).stream()
                            : java.util.stream.Stream.of();
                })
                .findFirst();
    }

    // the first line of minutes, above 会议纪要
    private Optional<Passage> fromTop() {
        return paragraphs.stream()
                .limit(1)
                .filter(line -> UnitName.hasShape(line.text())
                        && ORGAN_END.matcher(line.text()).matches())
                .findFirst();
    }

    private void readKind() {
        kind = DocumentKind.titled(title);
        var span = sources.get("title");
        if (span != null) {
            sources.put("kind", span);
        }
    }

    private List<Passage> top() {
        return paragraphs.subList(0, Math.min(TOP, paragraphs.size()));
    }

    private static Optional<Passage> find(Passage text, Pattern pattern, String group) {
        var match = text.matcher(pattern);
        return match.find() ? Optional.ofNullable(text.group(match, group)) : Optional.empty();
    }
}
