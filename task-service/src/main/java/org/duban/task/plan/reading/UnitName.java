package org.duban.task.plan.reading;

import java.util.List;
import java.util.regex.Pattern;

/** What the name of a unit looks like. */
final class UnitName {
    private static final String LEVEL = "(?:中共|全)?(?:国家|[\\p{IsHan}]{0,8}?(?:[省县区旗州盟]|市(?!场)))";
    private static final Pattern LEVELLED = Pattern.compile("^" + LEVEL + "(?=.{2,})");
    private static final Pattern SHAPE = Pattern.compile(
            "[\\p{IsHan}\\w“”·]{1,30}(?:[（(][^）)]{1,24}[）)][\\p{IsHan}]{0,12}){0,3}(?:局|委|办|部|厅|院|会|社|署|站|所|中心|政府|集团|公司|银行|分行|支行|街道|镇|乡|苏木|大学|学院|学校|中学|小学|[一二三四五六七八九十]中|军分区|经开区|度假区|功能区|示范区|园区|农场|林场|合作社|商会|车站|水厂|热线|协会|学会|联合会|"
                    + "总工会|工会|团委|妇联|残联|科协|社科联|文联|侨联|工商联|办公室|委员会|办事处|管委会|总队|支队|大队|机关|法院|检察院|开发区|园区|队|馆|库|台|报社|电视台|专班|领导小组|指挥部|联席会议|党校|幼儿园|场|处|科|股|室|党委|党工委|新区|高新区|税务|海关|电信|移动|联通|网格|共青团|红十字会|纪检监察组|纪检组|派驻组|档案馆|卫健|医保|教育)"
                    + "(?:[（(][^）)]{1,24}[）)]){0,3}");
    private static final Pattern PERSON =
            Pattern.compile(".*(?:领导|负责人|负责同志|同志|[县市区州旗镇乡局省部院]长|书记|秘书长|主任|主席|组长|常委|召集人|联络员|责任人|处长|科长|所长|站长|校长)$");
    private static final Pattern WILDCARD = Pattern.compile(
            "(?!.*(?:配合|负责|做好|务必|应当|必须|按照|每[年月季周]|将|把|于\\d|[日底]前|关于))(?:(?:各|每个|有关|相关|其他|其它|全体|所有|全[市县区省]各|沿线|属地|涉及的?).{0,26}|辖区(?!.*[队所站]$).{0,26}|[省市县州]内[一二三四五六七八九十]{1,3}[市县区].{0,10})"
                    + "|(?:县|市|区|省|旗|州)(?:[级直属]|委|(?:人民)?政府|管委会|辖)?(?:各|有关|相关).{1,16}|.{0,12}(?:有关|相关|各有关|责任)(?:街道办事处|乡镇人民政府|部门|单位|企业|机构|责任部门|责任单位|科室|处室|县.{0,8}|市.{0,8}|区.{0,8})"
                    + "|.{2,8}所在(?:地|的)?(?:乡|镇|县|区|市|街道|地).{0,12}|.{0,12}(?:各|全体)?成员单位|.{0,6}以上人民?政府|.{0,6}主管部门|行业主管部门|(?:县|市|区|省)?(?:级|直)(?:各)?(?:部门|单位|机关)|(?:市|县|区)?(?:、(?:市|县|区)){1,3}.{0,6}");

    private static final Pattern MAY_BE =
            Pattern.compile("[\\p{IsHan}\\w“”·&&[^的了等和与对在于将把为年月日]]{2,16}(?:[（(][^）)]{1,16}[）)])?");
    private static final int LONGEST = 120;

    private static final Pattern PART = Pattern.compile("[（(](?:总?牵头|召集|组长|主办|主责|配合|副组长|副召集|办公室所在)(?:单位|部门|人单位)[）)]$");

    private UnitName() {}

    static boolean hasShape(String name) {
        return name.length() >= 2
                && name.length() <= LONGEST
                && SHAPE.matcher(name).matches();
    }

    /** 县教育局（牵头单位） as a member is 县教育局. */
    static Passage withoutPart(Passage name) {
        var part = name.matcher(PART);
        return part.find() && part.start() > 1 ? name.slice(0, part.start()) : name;
    }

    /** One unit, or a phrase for many. */
    static boolean isUnit(String name) {
        return hasShape(name) || isWildcard(name);
    }

    /** Whether there is nothing but units and phrases for many; so it is where there is nothing. */
    static boolean areUnits(List<Passage> names) {
        return names.stream().allMatch(name -> isUnit(name.text()));
    }

    /** Whether there is nothing but units. */
    static boolean haveShape(List<Passage> names) {
        return names.stream().allMatch(name -> hasShape(name.text()));
    }

    /** What can be a name where words of a part follow it: （东坪区、西山县负责）. */
    static boolean mayBe(String name) {
        return hasShape(name) || MAY_BE.matcher(name).matches();
    }

    static boolean isPerson(String name) {
        return name.length() <= LONGEST && PERSON.matcher(name).matches();
    }

    /** 各相关部门 stands for many units and names none. */
    static boolean isWildcard(String name) {
        return name.length() <= LONGEST && WILDCARD.matcher(name).matches();
    }

    /** The name without the word for its level: 县财政局 and 财政局. */
    static String withoutLevel(String name) {
        var bare = LEVELLED.matcher(name).replaceFirst("");
        return bare.length() >= 2 ? bare : name;
    }
}
