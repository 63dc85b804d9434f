package org.duban.task.plan.reading;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import org.duban.task.plan.reading.Units.Part;

/**
 * The words that give units their part, and how they are put together: before the names (市级牵头单位：) and after them (按职责分工负责).
 * A new word is one more entry in {@link #LEADING}, {@link #COOPERATING} or {@link #ANSWERING}.
 */
final class Roles {
    static final String LEADING = "总牵头|牵头|主办|承办|主责|主抓|首责|抓总|为主|负总责|总负责|第一责任|首要责任|主体责任|主要责任|主要负责|组织实施单位";
    static final String COOPERATING = "配合|协办|协助|协同|协作|协调配合|参与|参加|支持|支撑|会同|会办|会签";
    private static final String ANSWERING = "责任|负责|落实|实施|完成|执行|承担|推进|主管|办理|组织|承接";
    // says nothing of the part
    private static final String BESIDE = "具体|工作|任务|项目|分工|主体|主要|共同|第一|首要|总|相关|[省市县区州旗镇乡](?:级|直|属)?";
    private static final String ORGAN = "(?:单位|部门|主体|机构|处室|科室|股室|方|地区|企业)(?:及分工|名单)?(?:[（(][^）)]{0,8}[）)])?";
    /** A level with which the names of units begin. */
    static final String LEVEL = "[省市县区旗州]";

    private static final String COLON = "\\s*[：:]{1,2}\\s*";
    private static final String SHORT = "牵头|主办|承办|配合|协办|协助|参与|参加|责任分工|责任|负责";
    private static final String ROLE_NAME = "(?<!各)(?:" + BESIDE + "){0,3}(?:" + LEADING + "|" + COOPERATING + "|"
            + ANSWERING + ")(?:" + LEADING + "|" + COOPERATING + "|" + ANSWERING + "|" + BESIDE + "){0,4}" + ORGAN;
    private static final String WHEN =
            "(?:完成|办理|整改|落实|推进|办结|实施|计划|工作|任务|目标|起止|要求){0,2}(?:时间节点|时限|时间|期限|节点|日期)(?:要求|安排)?";
    private static final String PERSON = "(?:牵头|责任|分管|主管|包保|包抓|包联|挂点|挂帅|挂钩|配合|联系|落实|具体|总|第一|直接|推进|[省市县区州旗镇乡]级?){0,3}"
            + "(?:领导|负责人|责任人|联系人|联络员|负责同志|同志)(?:[（(][^）)]{0,8}[）)])?";
    private static final String OVERSEER = "(?:督导|督办|督查|考核|验收|监督|指导)(?:责任)?" + ORGAN;
    private static final String OTHER = "工作目标|目标任务|目标要求|工作要求|预期成果|成果形式|备注|来源|依据|(?:联系)?电话";

    record Word(Part part, Pattern pattern) {}

    private static final String LABEL = "(?:" + PERSON + "|" + WHEN + "|" + OVERSEER + "|" + OTHER + ")" + COLON
            + "|(?:" + SHORT + ")" + COLON + "|" + ROLE_NAME + "(?:" + COLON
            + "|\\s*(?:为|是)[：:]?(?!牵头|配合|责任|主)(?=\\p{IsHan})|\\s*(?=" + LEVEL + "))";
    /** 牵头单位： or 责任单位为 or 完成时限： */
    static final Pattern ANY_LABEL = Pattern.compile(LABEL);

    static final Pattern TIME_LABEL = Pattern.compile("(?:" + WHEN + ")" + COLON);
    /** A label at the beginning of a line that holds nothing else. */
    static final Pattern LINE_LABEL = Pattern.compile("(?:[—－·●◆▪■-]{0,3} ?)(?:(?:" + PERSON + "|" + WHEN + "|"
            + OVERSEER + "|" + SHORT + ")" + COLON + "|" + ROLE_NAME + "(?:" + COLON + "| +(?=" + LEVEL + ")))");

    /** The same at the beginning of a sentence: 牵头单位为…… */
    static final Pattern SENTENCE_LABEL =
            Pattern.compile(LINE_LABEL.pattern() + "|" + ROLE_NAME + "为[：:]?(?!牵头|配合|责任|主)(?=\\p{IsHan})");

    private static final List<Word> LABELS = List.of(
            new Word(
                    Part.NO_UNIT,
                    Pattern.compile("(?:" + PERSON + "|" + WHEN + "|" + OVERSEER + "|" + OTHER + ")" + COLON)),
            new Word(Part.COOPERATOR, Pattern.compile(".*(?:" + COOPERATING + ").*")),
            new Word(Part.LEAD, Pattern.compile(".*(?:" + LEADING + ").*")));

    private static final String MANNER = "积极|密切|共同|联合|双|分别|具体|认真|予以|给予|做好|全力|主动|统一|日常|各自|依法"
            + "|(?:按照?|根据|依据?)(?:各自)?(?:职责任务|职责|职能|职|任务|工作)?(?:分工)?(?:要求)?|分工";
    private static final String CORE = "(?<!各)(?:为|是)?(?:主要)?(?:" + LEADING + "|" + COOPERATING + "|责任|落实|配合)(?:单位|部门)|"
            + LEADING + "|" + COOPERATING + "|负责|落实|组织实施|实施|承担|推进|办理|执行|统筹|各负其责|各司其职|做好(?:相关|有关|具体|各项)?工作|抓好落实|组织";
    private static final String WORK = "做好|抓好|抓|相关工作|有关工作|工作|完成|协调|到位|推动";
    private static final String SAID = "(?:等(?:\\d+|[一二三四五六七八九十]+)?个?(?:有关|相关|省级|市级|县级|区级|其他)?(?:职能)?(?:成员单位|部门|单位)?"
            + "(?:和单位|及单位|、单位)?)?(?:" + MANNER + "){0,4}(?:" + CORE + "){1,3}(?:" + WORK + "|" + CORE
            + "){0,3}(?:(?<=配合|负责|协助)做好[\\p{IsHan}]{2,8})?";
    private static final Pattern SAID_AT_END = Pattern.compile("(?:" + SAID + "|按照?(?:各自)?(?:职责|职能)分工|按照?分工)[。.]?$");
    private static final int LONGEST_SAID = 48;
    // what can be said ends with a sign of these words
    private static final BitSet SAID_SIGNS = Chars.set(CORE + WORK + "分工。.");

    /** Words of a part after names, wherever they stand. */
    static final Pattern SAID_ANYWHERE =
            Pattern.compile("(?<!各)(?:" + LEADING + "|" + COOPERATING + ")|负责|落实|实施|分工|承担|办理|统筹|各负其责");

    /** 甲会同乙: the one before leads. */
    static final Pattern JOINTLY = Pattern.compile("(?:牵头(?:组织)?|负责)?(?:，)?(?:会同|会商|商请?(?=" + LEVEL + "|各))");

    private static final List<Word> VERBS = List.of(
            new Word(Part.LEAD, Pattern.compile(".*(?:" + LEADING + ").*")),
            new Word(Part.COOPERATOR, Pattern.compile(".*(?:" + COOPERATING + ").*")));

    private Roles() {}

    /** The part that a label gives to the names after it. */
    static Part ofLabel(String label) {
        for (var word : LABELS) {
            if (word.pattern.matcher(label).matches()) {
                return word.part;
            }
        }
        return Part.RESPONSIBLE;
    }

    /** The part that is said of the names before these words. */
    static Part ofWords(String said) {
        for (var word : VERBS) {
            if (word.pattern.matcher(said).matches()) {
                return word.part;
            }
        }
        return Part.RESPONSIBLE;
    }

    /** Where the words begin that say the part of the names before them; -1 where none stand at the end. */
    static int saidAt(Passage words) {
        if (words.isEmpty() || !SAID_SIGNS.get(words.charAt(words.length() - 1)) && !words.contains("做好")) {
            return -1;
        }
        var said = words.matcher(SAID_AT_END);
        said.region(Math.max(0, words.length() - LONGEST_SAID), words.length());
        return said.find() ? said.start() : -1;
    }

    static boolean startsWithLabel(Passage words) {
        return words.matcher(ANY_LABEL).lookingAt();
    }
}
