package org.duban.gateway.account;

import java.util.List;
import org.duban.kit.web.FieldError;
import org.duban.kit.web.Refusal;

public final class AccountRefused extends Refusal {

    private AccountRefused(Kind kind, String code, String message, FieldError... errors) {
        super(kind, code, message, List.of(errors));
    }

    static AccountRefused notFound() {
        return new AccountRefused(Kind.NOT_FOUND, "account-not-found", "没有这个账号");
    }

    static AccountRefused unknownPerson() {
        return new AccountRefused(
                Kind.INVALID, "unknown-person", "没有找到这个人员，请先在通讯录中把其任命到岗位", new FieldError("/personId", "没有找到这个人员"));
    }

    static AccountRefused usernameTaken() {
        return new AccountRefused(Kind.CONFLICT, "username-taken", "这个用户名已被使用", new FieldError("/username", "已被使用"));
    }

    static AccountRefused personHasAccount() {
        return new AccountRefused(
                Kind.CONFLICT, "person-has-account", "该人员已有账号", new FieldError("/personId", "该人员已有账号"));
    }

    static AccountRefused administratorStays() {
        return new AccountRefused(Kind.CONFLICT, "administrator-stays", "内置管理员账号不能停用");
    }

    static AccountRefused weakPassword(String pointer) {
        return new AccountRefused(
                Kind.INVALID,
                "weak-password",
                "密码须为 8 至 64 个字符，并同时含有字母和数字",
                new FieldError(pointer, "8 至 64 个字符，同时含字母和数字"));
    }

    static AccountRefused wrongOldPassword() {
        return new AccountRefused(Kind.INVALID, "wrong-password", "原密码不正确", new FieldError("/old", "原密码不正确"));
    }

    static AccountRefused samePassword() {
        return new AccountRefused(Kind.INVALID, "same-password", "新密码不能与原密码相同", new FieldError("/new", "不能与原密码相同"));
    }
}
