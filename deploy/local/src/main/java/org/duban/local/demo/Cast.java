package org.duban.local.demo;

import java.util.List;

/** Who is who in 云江市. All of it is made up. */
final class Cast {

    private Cast() {}

    /**
     * @param code what its people's user names begin with
     * @param liaison the name of its liaison officer
     * @param head the name of its head
     * @param duty what it does in the joint conference
     */
    record Member(String code, String name, String shortName, String liaison, String head, String duty) {}

    record CountyOffice(String code, String county, String officer, List<String> units) {}

    static final String CITY_OFFICE = "市政府办公室";
    static final String HEALTH = "市卫生健康委";

    static final List<Member> MEMBERS = List.of(
            new Member("zfb", "云江市人民政府办公室", CITY_OFFICE, "江听澜", "陆知远", "负责统筹协调全市基层卫生重大事项，督促议定事项落实"),
            new Member("wjw", "云江市卫生健康委员会", HEALTH, "沈望舒", "许砚秋", "承担联席会议日常工作，负责医疗卫生资源布局和基层服务能力建设"),
            new Member("fgw", "云江市发展和改革委员会", "市发展改革委", "林见溪", "周云帆", "负责将基层卫生建设纳入规划，争取和安排建设项目"),
            new Member("jyj", "云江市教育局", "市教育局", "宋时雨", "顾北辰", "负责学校卫生、健康教育和近视防控"),
            new Member("kjj", "云江市科学技术局", "市科技局", "程照野", "叶疏桐", "负责卫生健康科技项目和科普"),
            new Member("gxj", "云江市工业和信息化局", "市工业和信息化局", "苏听竹", "方晓岚", "负责医药产业和通信网络保障"),
            new Member("gaj", "云江市公安局", "市公安局", "秦川柏", "温如许", "负责医疗秩序维护和涉医案件查处"),
            new Member("mzj", "云江市民政局", "市民政局", "梁舟行", "白苡宁", "负责困难群众医疗救助衔接和养老服务"),
            new Member("czj", "云江市财政局", "市财政局", "孟书遥", "唐牧野", "负责落实投入政策，保障工作经费"),
            new Member("rsj", "云江市人力资源和社会保障局", "市人力资源社会保障局", "夏清越", "柳映川", "负责基层卫生人才引进、职称和薪酬政策"),
            new Member("zgj", "云江市自然资源和规划局", "市自然资源和规划局", "罗青屿", "何杉月", "负责医疗卫生用地保障"),
            new Member("zjj", "云江市住房和城乡建设局", "市住房城乡建设局", "邵雨桐", "姜南乔", "负责基层医疗卫生机构建设质量监管"),
            new Member("nyj", "云江市农业农村局", "市农业农村局", "傅星河", "乔松筠", "负责农村人居环境和卫生厕所建设"),
            new Member("wlj", "云江市文化广电和旅游局", "市文化广电旅游局", "段云起", "袁禾川", "负责健康文化宣传"),
            new Member("yjj", "云江市应急管理局", "市应急管理局", "季明棠", "魏长风", "负责突发事件应急联动"),
            new Member("sjj", "云江市市场监督管理局", "市市场监管局", "崔远岫", "鲁朝溪", "负责药品质量和价格监管"),
            new Member("tyj", "云江市体育局", "市体育局", "石清和", "童牧云", "负责全民健身和体医融合"),
            new Member("ybj", "云江市医疗保障局", "市医保局", "阮知秋", "葛千帆", "负责医保支付方式改革和待遇保障"),
            new Member("jkj", "云江市疾病预防控制局", "市疾控局", "樊映雪", "池远山", "负责慢性病防控和医防融合"),
            new Member("dsj", "云江市大数据管理局", "市大数据局", "殷若谷", "祝以宁", "负责全民健康信息平台和数据共享"));

    static final List<CountyOffice> COUNTIES = List.of(
            new CountyOffice("linjiang", "临江县", "骆行舟", List.of("县卫生健康局", "县教育局", "县财政局", "县民政局")),
            new CountyOffice("yunshan", "云山县", "简溪亭", List.of("县卫生健康局", "县教育局", "县财政局", "县民政局")));
}
