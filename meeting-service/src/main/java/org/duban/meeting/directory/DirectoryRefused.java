package org.duban.meeting.directory;

import java.util.List;
import org.duban.kit.web.FieldError;
import org.duban.kit.web.Refusal;

/** What the directory does not do, and why. */
public final class DirectoryRefused extends Refusal {

    private DirectoryRefused(Kind kind, String code, String detail, FieldError... errors) {
        super(kind, code, detail, List.of(errors));
    }

    public static DirectoryRefused unitUnknown() {
        return new DirectoryRefused(Kind.NOT_FOUND, "unit-unknown", "没有这个单位");
    }

    static DirectoryRefused namedUnitUnknown(String pointer) {
        return new DirectoryRefused(Kind.INVALID, "unit-unknown", "单位不存在或已撤销", new FieldError(pointer, "单位不存在或已撤销"));
    }

    static DirectoryRefused unitRetired() {
        return new DirectoryRefused(Kind.CONFLICT, "unit-retired", "该单位已撤销，不能再修改");
    }

    static DirectoryRefused unitExists(String name) {
        return new DirectoryRefused(
                Kind.CONFLICT, "unit-exists", "同一区县内已有单位使用“" + name + "”这一名称", new FieldError("/shortName", "名称已被使用"));
    }

    static DirectoryRefused unitStillHoldsPosts() {
        return new DirectoryRefused(Kind.CONFLICT, "unit-holds-posts", "该单位仍有在任人员，请先办理离任再撤销单位");
    }

    static DirectoryRefused unitName(String pointer) {
        return new DirectoryRefused(
                Kind.INVALID, "unit-name", "单位名称应为2至100个字", new FieldError(pointer, "单位名称应为2至100个字"));
    }

    static DirectoryRefused countyName(String pointer) {
        return new DirectoryRefused(
                Kind.INVALID, "county-name", "区县名称应为2至40个字", new FieldError(pointer, "区县名称应为2至40个字"));
    }

    static DirectoryRefused countyUnknown() {
        return new DirectoryRefused(Kind.INVALID, "county-unknown", "没有这个区县", new FieldError("/county/id", "没有这个区县"));
    }

    static DirectoryRefused postUnknown() {
        return new DirectoryRefused(Kind.NOT_FOUND, "post-unknown", "没有这个岗位");
    }

    static DirectoryRefused postUntitled() {
        return new DirectoryRefused(Kind.INVALID, "post-title", "请填写岗位名称", new FieldError("/title", "请填写岗位名称"));
    }

    static DirectoryRefused postExists(String title) {
        return new DirectoryRefused(
                Kind.CONFLICT, "post-exists", "该单位已有“" + title + "”岗位", new FieldError("/title", "岗位已存在"));
    }

    static DirectoryRefused namedPostUnknown(String pointer) {
        return new DirectoryRefused(Kind.INVALID, "post-unknown", "岗位不存在", new FieldError(pointer, "岗位不存在"));
    }

    static DirectoryRefused personUnknown() {
        return new DirectoryRefused(Kind.INVALID, "person-unknown", "没有这个人员", new FieldError("/personId", "没有这个人员"));
    }

    static DirectoryRefused personUnnamed() {
        return new DirectoryRefused(Kind.INVALID, "person-unnamed", "请填写任职人员姓名", new FieldError("/name", "请填写任职人员姓名"));
    }

    static DirectoryRefused sinceBeforePredecessor() {
        return new DirectoryRefused(
                Kind.INVALID,
                "since-before-predecessor",
                "任职日期不能早于现任人员的任职日期",
                new FieldError("/since", "不能早于现任人员的任职日期"));
    }

    static DirectoryRefused sinceAhead() {
        return new DirectoryRefused(Kind.INVALID, "since-ahead", "任职日期不能晚于今天", new FieldError("/since", "不能晚于今天"));
    }

    static DirectoryRefused sinceTooEarly() {
        return new DirectoryRefused(
                Kind.INVALID, "since-too-early", "任职日期早得不合常理，请核对年份", new FieldError("/since", "请核对年份"));
    }

    static DirectoryRefused otherCounty() {
        return new DirectoryRefused(Kind.FORBIDDEN, "other-county", "只能维护本区县的单位和岗位");
    }

    static DirectoryRefused onlyAdministrators() {
        return new DirectoryRefused(Kind.FORBIDDEN, "only-administrators", "系统管理员岗位只能由系统管理员设置");
    }

    static DirectoryRefused mechanismUnknown() {
        return new DirectoryRefused(Kind.NOT_FOUND, "mechanism-unknown", "没有这个工作机制");
    }

    static DirectoryRefused mechanismExists(String name) {
        return new DirectoryRefused(
                Kind.CONFLICT, "mechanism-exists", "已有名为“" + name + "”的工作机制", new FieldError("/name", "名称已被使用"));
    }

    static DirectoryRefused memberTwice(String pointer) {
        return new DirectoryRefused(Kind.INVALID, "member-twice", "同一单位只能列为成员一次", new FieldError(pointer, "成员单位重复"));
    }

    static DirectoryRefused noMembers() {
        return new DirectoryRefused(
                Kind.INVALID, "no-members", "工作机制至少要有一个成员单位", new FieldError("/members", "至少一个成员单位"));
    }
}
