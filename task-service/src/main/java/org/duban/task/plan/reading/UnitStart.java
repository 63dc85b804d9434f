package org.duban.task.plan.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The units with which a line begins: 县教育局：…… · ◆县教育局 on a line of its own · （一）县教育局。…… · 县教育局负责…….
 *
 * @param text what is said of them; empty where they stand alone
 */
record UnitStart(List<Passage> units, Passage text, Manner manner) {
    /** How the units are set apart from what is said of them. */
    enum Manner {
        /** By a colon, a dash, a bracket, a stop or a gap. */
        APART,
        /** By the end of the line. */
        ALONE,
        /** Not at all: they are the subject of the sentence. */
        SUBJECT
    }

    private static final String SIGNS = "—–－●○◎◇◆□■▪▲△▼►➢❖★☆✦✓√✔·•*※#-";
    /** What a line of a list begins with where it has no number. */
    static final Pattern SIGN = Pattern.compile("^[" + SIGNS + "]{1,3} ?");

    // 一是县教育局…… and the first column of a table
    private static final Pattern COUNTED = Pattern.compile("^(?:[一二三四五六七八九十]{1,2}是|\\d{1,3}\\t)");
    private static final Pattern BRACKETED = Pattern.compile("^[【〔\\[［](?<units>[^】〕\\]］]{2,60})[】〕\\]］][：:]? ?");
    private static final Pattern SET_APART =
            Pattern.compile("^(?<units>[^：:。；;\\t]{2,80}?)(?<by>[：:。\\t]|——|--| {1,8}|（(?=牵头(?!单位|部门)|主要职责))");
    private static final Pattern BY_COLON = Pattern.compile("^(?<units>[^：:。；;\\t]{2,80})[：:]");
    private static final Pattern OF_DUTIES = Pattern.compile("的?(?:主要|具体|工作|部门|相关)?(?:职责|职能|责任|分工|任务)(?:任务|分工)?$");
    private static final Pattern NO_UNIT = Pattern.compile(
            "设在|(?:机制|会议|小组|专班|指挥部)办公室|^(?:承办|协办|主办|负责|组织(?!部|委)|指导|承担|牵头|配合|协助|做好|开展|落实|推进|推动|加强|督促|完善)|(?:宣传|安全|健康|警示)教育$|会议$|(?:例|调度|推进|碰头|协调|现场|专题|分析|通报|座谈|联络员|工作|研判|会商|见面|听证|动员|总结|培训|点评)会$|组\\s*长|成\\s*员|见(?:下|附)|下表|主\\s*任|召集人|附\\s*件|抄\\s*送|主\\s*送|单位$|要求|目标|时间|地点|出席|列席|参加|主持|记录|发送|联系人|电话|如下|事项|工作$|措施|内容|指标|标准|阶段");
    private static final int SHORTEST_TEXT = 4;
    private static final int LONGEST_NAMES = 80;
    private static final int LONGEST_NUMBER = 12;

    /** @param headed whether the line stands under a heading that says that units follow, so that less sets them apart */
    static Optional<UnitStart> of(Passage paragraph, boolean headed) {
        var marker = Marker.of(paragraph.cut(LONGEST_NUMBER).text());
        var line = (marker == null ? paragraph : paragraph.from(marker.length()))
                .strip()
                .stripLeading(SIGN)
                .stripLeading(COUNTED)
                .strip();
        if (line.isEmpty()) {
            return Optional.empty();
        }
        return bracketed(line, headed)
                .or(() -> apart(line, headed ? SET_APART : BY_COLON))
                .or(() -> headed ? alone(line).or(() -> subject(line)) : Optional.empty());
    }

    private static Optional<UnitStart> bracketed(Passage line, boolean headed) {
        var bracket = line.matcher(BRACKETED);
        return headed && bracket.lookingAt()
                ? of(line, bracket.start("units"), bracket.end("units"), bracket.end())
                : Optional.empty();
    }

    private static Optional<UnitStart> apart(Passage line, Pattern by) {
        var matcher = line.matcher(by);
        int from = 0;
        while (matcher.find(from)) {
            var found = of(line, 0, matcher.end("units"), matcher.end());
            // 县教育局 （县委教育工委）：…… has a gap within the names
            int next = matcher.end();
            if (found.isPresent() || by == BY_COLON || !" ".equals(line.text().substring(next - 1, next))) {
                return found;
            }
            var longer = line.matcher(BY_COLON);
            return longer.find() ? of(line, 0, longer.end("units"), longer.end()) : Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<UnitStart> of(Passage line, int start, int end, int from) {
        var text = line.from(from).stripLeading(SIGN).strip();
        var units = units(line.slice(start, end));
        if (units.isEmpty()) {
            return Optional.empty();
        }
        return text.length() < SHORTEST_TEXT ? Optional.empty() : Optional.of(new UnitStart(units, text, Manner.APART));
    }

    private static Optional<UnitStart> alone(Passage line) {
        var units = units(line.stripTrailing("：:。"));
        return units.isEmpty()
                ? Optional.empty()
                : Optional.of(new UnitStart(units, line.from(line.length()), Manner.ALONE));
    }

    private static Optional<UnitStart> subject(Passage line) {
        int end = SpokenUnits.subjectEnd(line);
        if (end <= 0) {
            return Optional.empty();
        }
        var units = units(line.slice(0, end));
        return units.isEmpty()
                ? Optional.empty()
                : Optional.of(new UnitStart(units, line.from(end).strip(), Manner.SUBJECT));
    }

    // empty where the words are anything but names of units
    private static List<Passage> units(Passage words) {
        if (words.length() > LONGEST_NAMES) {
            return List.of();
        }
        var of = words.matcher(OF_DUTIES);
        var names = of.find() ? words.slice(0, of.start()) : words;
        if (names.has(NO_UNIT)) {
            return List.of();
        }
        var units = UnitList.of(names);
        // 会同县教育局…… begins with what is done
        boolean begins = !units.isEmpty()
                && units.getFirst().span().start() == names.strip().span().start();
        return begins && UnitName.areUnits(units)
                ? units.stream().map(UnitName::withoutPart).toList()
                : List.of();
    }
}
