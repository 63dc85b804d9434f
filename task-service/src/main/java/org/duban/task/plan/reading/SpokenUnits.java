package org.duban.task.plan.reading;

import java.util.regex.Pattern;
import org.duban.task.plan.reading.Units.Part;

/** Units that a sentence gives their part: 由甲牵头，乙配合 · 甲会同乙修订…… · 责成甲…… · 甲要于5月底前……. */
final class SpokenUnits {
    private static final Pattern JOINING = Pattern.compile("^[，,]?[^，。；]{2,80}(?:配合|协助|参与)");
    private static final Pattern FIRST_ROLE = Pattern.compile("牵头|主办|承办|负责|抓总|主抓|主责|统筹|组织实施");
    // 负责建设……: what is to be done, not who does it
    private static final Pattern WHAT = Pattern.compile("(?!负责|落实|实施|组织|会同|推进|单位|部门|抓|，|,|；|;|。|、|\\s)\\p{IsHan}");
    private static final Pattern SPOKEN = Pattern.compile(
            "由(?<leads>[^，,。；;\\n由]{2,120}?)(?<verb>牵头(?:负责|落实|组织|实施|会同|，)?|主办|承办|负责|抓总|主抓|主责|统筹协调|统筹推进|(?:抓好)?落实|(?:组织|具体)?实施|承担|统筹(?!协调|推进))(?<rest>[^。；;\\n]{0,160})");
    private static final String ASKED =
            "(?:[一二三四五六七八九十]是)?(?:(?:此项|该项|这项|上述|以上|具体)(?:工作|任务|事项)?(?:均)?由|(?:会议)?(?:原则)?同意由?|请|责成|要求|明确|交由|授权|委托|同意由|由|会议(?:议定|决定|明确|要求|确定|指定|同意)[，,]?(?:请|由|责成)?)?";
    static final String DOES =
            "牵头|负责(?!人|同志)|为(?=牵头|责任|配合|主办|协办|承办|第一责任|主责|主体责任|主要责任|落实)|将|把|根据|按照?(?=会议|要求|规定|程序|职责|时限|计划|方案)|依据|代表|作为|对(?!外|口)|向|结合|参加|配合|协助|协办|参与|承办|主办|要(?!会同|商)(?=\\p{IsHan})|拨付|报送|提交|出台|印发|推进|开展|建立|完成|做好|统筹|安排|制定|制订|组织|研究|加快|落实|修订|起草|编制|梳理|汇总|提出|办理|启动|实施|指导|督促|跟踪|加强|强化|摸清|摸排|排查|核查|收集|整理|清理|处置|核定|拟定|拟订|提供|协调|落实|审核|论证|征求|公布|发布|召开|举办|开设|设立|增设|调整|优化|完善|健全|深化|持续|确保|保障|对接|上报|跟进|履行|承担|管理|监督|检查|抽查|整治|查处|推广|宣传|培训|配备|安装|改造|新建|建设|采购|申报|争取|筹措|筹集|盘活|引导|支持|鼓励|细化|明确|出具|解决|化解|受理|答复|反馈|通报|评估|验收|推出|形成|打造|探索|收回|移交|划转|谋划|策划|签订|取消|回复|牵线|评选|选派|选聘|派出|组建|成立|设置|会商|跟踪|把关|兜底";
    private static final Pattern ASKED_FIRST = Pattern.compile("^" + ASKED);
    private static final String BEGINS =
            "作进一步|进一步|将|就(?!业)|吸收|负总责|总负责|负全责|拿出|补充|抓紧|抓好|迅速|立即|逐[一项户村个]|全面|严格|全力|牢固|用好|开通|设置|划定|划拨|下达|兑现|兑付|清退|约谈|挂牌|主动|从严|每[年月周季]|定期|坚持|保持|确定|选派|抽调|组建|成立|引进|打造|培育|筛选|遴选|摸底|登记|建档|公开|公示|发放|投放|调配|调度|会商|研判|审查|审批|备案|补齐|消除|拆除|封闭|疏通|清淤|维修|修复|更换";
    private static final Pattern VERB = Pattern.compile(DOES + "|" + BEGINS);
    private static final Pattern ADVERBS = Pattern.compile(
            "(?:要|应|须)?(?:于|在|予以|给予|密切|尽快|抓紧|认真|积极|进一步|各自|分别|共同|联合|具体|按照?(?:各自)?职责(?:分工)?)?(?:(?=[\\d今本年每下上第一二三四五]|会后|自[^，。；]{0,6}之日)[^，。；]{0,14}(?:前|内)|(?<=于|在)[^，。；]{2,14}(?:前|内|底|旬|末|日))?(?:要|应|须|抓紧|尽快)?$");
    // 依托县人民医院, 按程序报市政府, 8月底前将办法提交县政府: not a name alone
    private static final Pattern NOT_ALONE = Pattern.compile(
            "由|依托|关于|提请|提交|上报|汇报|转报|报(?=[省市县区旗州])|[前后底](?:将|向)|[向将把给](?=[省市县区旗州本上])|程序|成效|加快|加强|推进|支持|围绕|通过|根据|利用|^(?:对|在|从|为|经|按|报|向|将|[省市县区旗州]级)|配合|协助|做好|务必|同意|涉及|结合|针对|^[于把待并至\\d]");
    private static final int MOST_VERBS = 8;
    private static final int LONGEST_SUBJECT = 120;
    private static final String ORGAN_NAME =
            "[省市县区旗州][\\p{IsHan}&&[^于在负牵要按会和]]{1,16}?(?:局|(?<![省市县区旗州])委(?!员会|办)|办(?!公|事)|部(?!门)|厅|政府(?!办)|办公室|中心|公司|委员会|集团(?!公司)|督查室)(?:[\\p{IsHan}]{2,4}(?:支队|大队|总队|分局))?";
    private static final String ORGAN_NAMES = ORGAN_NAME + "(?:[、和]" + ORGAN_NAME + "){0,9}";
    // 请甲牵头，会同乙、丙等部门，……
    private static final Pattern JOINED_BY = Pattern.compile("(?:会同|联合|商)(?<names>[^，。；：]{3,80})");
    private static final Pattern ENTRUSTED =
            Pattern.compile("(?:(?:请|责成|交由|会议(?:决定|明确|要求|议定)由)(?<names>" + ORGAN_NAMES + ")(?=[\\p{IsHan}\\d])(?!会同|牵头)"
                    + "|由(?<others>" + ORGAN_NAMES + ")(?=对|向|每|定期|统一|具体|另行|组织|制定|研究|督促|跟踪))");
    private static final String AGENT_NAME =
            "[\\p{IsHan}&&[^由的]]{1,16}?(?:局|委(?![员办组宣统政网社党老机编督巡])|办(?![公事理法])|厅|所|站|中心|办公室|公司|大队|支队|办事处|政府(?![办督])|管委会|委员会|联合会|总工会|妇联|医院|集团(?!公司)|督查室)";
    private static final Pattern AGENT =
            Pattern.compile("由(?<names>" + AGENT_NAME + "(?:、" + AGENT_NAME + "){0,9})(?=[\\p{IsHan}]{2})(?!牵头|会同)");
    // 此项工作责任单位为甲
    private static final Pattern LABELLED = Pattern.compile(
            "(?:[此该本这]项|上述|以上)?(?:工作|任务|事项)?的?(?<label>(?:牵头|责任|配合|主办|协办|承办|落实)(?:责任)?(?:单位|部门))(?:为|是)");
    private static final Pattern HELPING = Pattern.compile(
            "(?<names>[^，。；：]{3,80}?)(?:按照?职责(?:分工)?)?(?:(?:积极|密切|予以|做好)?(?:配合|协助|协办|协同|协作|参与)(?:落实|实施|(?:做好|抓好|开展|推进|完成)[^，。；：]{1,24})?|(?:负责)?(?:做好|提供|给予|予以)[^，。；：]{0,10}(?:支撑|支持|保障|配合|服务|衔接))");
    // 县市场监督管理局, 镇村镇建设办公室: a verb that is part of a name
    private static final Pattern WITHIN_NAME = Pattern.compile(
            "(?:建设|管理|监督|服务|发展|改革|协调|督查|保障|指导|推进|统筹|研究|检查|培训|安全|规划|整治|宣传|改造)[\\p{IsHan}&&[^，、由]]{0,8}?(?:办公室|委员会|局|中心|分局|站|所|队|委(?!托)|办(?!理|法|好|公|事)|处(?!置|理)|科(?!学|技)|股|厅|部(?!门|署|分)|公司|集团)");
    private static final Pattern ORGAN = Pattern.compile(
            "(?!支持|鼓励|引导|推动|推进|加强)[^的由或第]{0,30}(?:(?<![布格结全大棋破])局|委|(?<![举主承协督查经创兴开申代交])办|部|厅|政府|办公室|委员会|街道|镇|(?<!城)乡|管委会|联合会|总工会|妇联|残联|集团|公司|中心|督查室)(?:[（(][^）)]*[）)])?|(?:[省市县区旗州镇乡团]|人民|人行|国网|国家|中国|农发|[\\p{IsHan}]{2,6}[省市县区旗州镇乡])[^的由或第]{0,20}(?:医院|学校|中学|小学|站|所|队|院|协会|学会|商会|红十字会|贸促会|工会|工商联|科协|文联|侨联|社科联|机关|海关|馆|台|场|供销社|报社|银行|支行|分行|农商行|信用社)"
                    + "|[\\p{IsHan}&&[^的由或第各]]{1,10}(?:管理|执法|服务|工作|供电|供水|燃气|气象|交警|消防|公安|监管|资源|建设|环卫|水利|农业|畜牧|财政|司法|派出|税务|卫生|文化|供气|市监|救援|应急|经管|林业|农技|水务|广电|民政|邮政|食药)(?:所|队|站|室|中队|大队)|[\\p{IsHan}]{2,10}(?:卫生院|中心校|村民委员会|居民委员会)|财政所|司法所|派出所|[\\p{IsHan}]{2,10}(?:居委会|村委会)");

    // 甲会同乙于4月底前……: how and when is no part of the name
    private static final Pattern HOW = Pattern.compile(
            "(?<=[局委办部厅府心司会院所站队室镇乡道联团])(?=于|在|按|根据|依据|结合|对|将|把|就|每|\\d|共同|联合|研究|抓紧|尽快|尽早|进一步|参照|通过|依托|围绕|自)");

    private final Responsibility responsibility;

    SpokenUnits(Responsibility responsibility) {
        this.responsibility = responsibility;
    }

    Units in(Passage text) {
        var units = new Units();
        var spoken = text.matcher(SPOKEN);
        while (spoken.find()) {
            var leads = text.group(spoken, "leads");
            if (leads != null && allUnits(leads)) {
                units.addAll(responsibility.read(untilNoUnits(text.slice(spoken.start("leads"), spoken.end("rest")))));
            }
        }
        subjects(text, units);
        helpers(text, units);
        return units.settled();
    }

    /** Whether 由甲牵头 or 由甲负责 is said. */
    boolean gives(Passage text) {
        var spoken = text.matcher(SPOKEN);
        while (spoken.find()) {
            var leads = text.group(spoken, "leads");
            if (leads != null && allUnits(leads)) {
                return true;
            }
        }
        return Clauses.clauses(text).stream().anyMatch(clause -> {
            int end = subjectEnd(clause);
            return end > 0 && clause.from(end).matcher(FIRST_ROLE).lookingAt();
        });
    }

    /** 由甲牵头，乙、丙配合 in a measure adds to what the bracket says of the whole task. */
    void joining(Passage text, Units units) {
        var spoken = text.matcher(SPOKEN);
        while (spoken.find()) {
            var leads = text.group(spoken, "leads");
            boolean joint = spoken.group("verb").startsWith("牵头")
                    && JOINING.matcher(spoken.group("rest")).find();
            if (joint && leads != null && allUnits(leads)) {
                units.addAll(responsibility.read(untilNoUnits(text.slice(spoken.start("leads"), spoken.end("rest")))));
            }
        }
    }

    // 由甲负责建设……中心，乙配合
    private void helpers(Passage text, Units units) {
        for (var clause : Clauses.clauses(text)) {
            var helping = clause.matcher(HELPING);
            if (helping.matches()) {
                addOrgans(units, clause.slice(helping.start("names"), helping.end("names")), Part.COOPERATOR);
            }
        }
    }

    // 县财政局负责落实经费；责成县教育局会同县民政局于6月底前完成
    private void subjects(Passage text, Units units) {
        for (var clause : Clauses.clauses(text)) {
            var labelled = clause.matcher(LABELLED);
            if (labelled.lookingAt() && areOrgans(clause.from(labelled.end()))) {
                units.addAll(responsibility.list(clause.from(labelled.end()), Roles.ofLabel(labelled.group("label"))));
                continue;
            }
            var joining = clause.matcher(JOINED_BY);
            if (joining.matches() && areOrgans(clause.slice(joining.start("names"), joining.end("names")))) {
                addOrgans(units, clause.slice(joining.start("names"), joining.end("names")), Part.COOPERATOR);
                continue;
            }
            var entrusted = clause.matcher(ENTRUSTED);
            if (entrusted.lookingAt() && !clause.contains("会同")) {
                var group = entrusted.start("names") >= 0 ? "names" : "others";
                addOrgans(units, clause.slice(entrusted.start(group), entrusted.end(group)), Part.RESPONSIBLE);
            } else {
                var own = new Units();
                subject(clause.cut(LONGEST_SUBJECT).stripLeading(ASKED_FIRST), own);
                if (own.isEmpty()) {
                    agent(clause.cut(LONGEST_SUBJECT), own);
                }
                units.addAll(own);
            }
        }
    }

    // 补贴资金由财政所据实拨付
    private void agent(Passage clause, Units units) {
        var agent = clause.matcher(AGENT);
        if (agent.find()) {
            addOrgans(units, clause.slice(agent.start("names"), agent.end("names")), Part.RESPONSIBLE);
        }
    }

    // 县人力资源和社会保障局制定……: a verb may be part of the name, so the first that leaves units before it counts
    private void subject(Passage clause, Units units) {
        var whole = clause.matcher(Roles.JOINTLY);
        if (whole.find() && whole.start() > 0 && areOrgans(clause.from(whole.end()))) {
            // 请甲会同乙，于4月底前……
            addOrgans(units, withoutAdverbs(clause.slice(0, whole.start())), Part.LEAD);
            addOrgans(units, clause.from(whole.end()), Part.COOPERATOR);
            return;
        }
        if (whole.reset().find() && whole.start() > 0) {
            var leads = withoutAdverbs(clause.slice(0, whole.start()));
            var others = untilHow(clause.from(whole.end()));
            if (areOrgans(leads) && areOrgans(others)) {
                units.addAll(responsibility.list(leads, Part.LEAD));
                units.addAll(responsibility.list(others, Part.COOPERATOR));
                return;
            }
        }
        var verb = clause.matcher(VERB);
        for (int i = 0; i < MOST_VERBS && verb.find(); i++) {
            if (isWithinName(clause, verb.start())) {
                continue;
            }
            var list = withoutAdverbs(clause.slice(0, verb.start()));
            var jointly = list.matcher(Roles.JOINTLY);
            if (jointly.find() && jointly.start() > 0) {
                var leads = withoutAdverbs(list.slice(0, jointly.start()));
                var others = list.from(jointly.end());
                if (areOrgans(leads) && areOrgans(others)) {
                    units.addAll(responsibility.list(leads, Part.LEAD));
                    units.addAll(responsibility.list(others, Part.COOPERATOR));
                    return;
                }
            } else if (areOrgans(list) || isRole(verb.group()) && areNames(list)) {
                var said = verb.group().equals("为") ? clause.text().substring(verb.start()) : verb.group();
                units.addAll(responsibility.list(list, Roles.ofWords(said)));
                return;
            }
        }
    }

    // 双桥中心小学牵头: where a part is said, less need be known of the name
    private static boolean areNames(Passage list) {
        var names = UnitList.of(list);
        return !names.isEmpty()
                && !Chars.isOpening(list.charAt(0))
                && names.stream().allMatch(name -> UnitName.hasShape(name.text()) && !name.has(NOT_ALONE));
    }

    private static boolean isRole(String verb) {
        return FIRST_ROLE.matcher(verb).matches() || Roles.ofWords(verb) != Part.RESPONSIBLE;
    }

    /** Where the units end with which a sentence begins, and what they do begins; -1 where it begins otherwise. */
    static int subjectEnd(Passage sentence) {
        var clause = sentence.cut(LONGEST_SUBJECT);
        var verb = clause.matcher(VERB);
        for (int i = 0; i < MOST_VERBS && verb.find(); i++) {
            if (isWithinName(clause, verb.start())) {
                continue;
            }
            var list = withoutAdverbs(clause.slice(0, verb.start()));
            if (verb.start() > 1 && areOrgans(list) && allUnits(list)) {
                return list.length();
            }
        }
        return -1;
    }

    private static boolean isWithinName(Passage clause, int at) {
        // 县委 is whole as well, but 县委宣传部 is meant
        boolean complete = at > 2
                && "局委厅院部府司".indexOf(clause.charAt(at - 1)) >= 0
                && !(clause.charAt(at - 1) == '委' && Roles.LEVEL.indexOf(clause.charAt(at - 2)) > 0);
        return !complete
                && WITHIN_NAME
                        .matcher(clause.text())
                        .region(at, clause.length())
                        .lookingAt();
    }

    private static Passage untilHow(Passage list) {
        var how = list.matcher(HOW);
        while (how.find()) {
            var names = list.slice(0, how.start());
            if (areOrgans(names)) {
                return names;
            }
        }
        return list;
    }

    private static Passage withoutAdverbs(Passage list) {
        var adverbs = list.matcher(ADVERBS);
        return adverbs.find() ? list.slice(0, adverbs.start()) : list;
    }

    private void addOrgans(Units units, Passage list, Part part) {
        if (areOrgans(list)) {
            units.addAll(responsibility.list(list, part));
        }
    }

    private static boolean areOrgans(Passage list) {
        var names = UnitList.of(list);
        return list.length() > 2
                && !names.isEmpty()
                && !Chars.isOpening(list.charAt(0))
                && names.stream().noneMatch(name -> name.has(NOT_ALONE))
                && names.stream()
                        .allMatch(name -> ORGAN.matcher(name.text()).matches()
                                || UnitName.isWildcard(name.text())
                                        && !name.text().startsWith("每"));
    }

    // 由甲牵头，乙、丙配合，做好……: what is no unit any more ends the expression
    private static Passage untilNoUnits(Passage words) {
        var role = words.matcher(FIRST_ROLE);
        if (role.find()
                && WHAT.matcher(words.text()).region(role.end(), words.length()).lookingAt()) {
            return words.slice(0, role.end());
        }
        int end = 0;
        int read = 0;
        for (var segment : UnitList.cut(words, "，,；;")) {
            var names = UnitList.of(segment);
            if (names.isEmpty() || !UnitName.areUnits(names)) {
                break;
            }
            read += segment.length() + 1;
            // 甲牵头，乙、丙，各镇按职责分工负责
            end = segment.has(Roles.SAID_ANYWHERE) ? read : end;
        }
        var first = words.matcher(FIRST_ROLE);
        int shortest = first.find() ? first.end() : words.length();
        return words.slice(0, Math.min(words.length(), Math.max(shortest, end - 1)));
    }

    private static boolean allUnits(Passage list) {
        return UnitName.areUnits(UnitList.of(list));
    }
}
