package org.duban.gateway.client;

import java.util.Collection;
import java.util.List;
import org.duban.kit.web.FieldError;
import org.duban.kit.web.Refusal;

public final class ClientRefused extends Refusal {

    private ClientRefused(Kind kind, String code, String message, FieldError... errors) {
        super(kind, code, message, List.of(errors));
    }

    static ClientRefused notFound() {
        return new ClientRefused(Kind.NOT_FOUND, "client-not-found", "没有这个接口账号");
    }

    static ClientRefused secretNotFound() {
        return new ClientRefused(Kind.NOT_FOUND, "secret-not-found", "没有这个密钥");
    }

    static ClientRefused unknownUnit() {
        return new ClientRefused(Kind.INVALID, "unknown-unit", "没有找到这个单位", new FieldError("/unitId", "没有找到这个单位"));
    }

    static ClientRefused unitMissing() {
        return new ClientRefused(Kind.INVALID, "unit-missing", "接口账号须属于一个单位", new FieldError("/unitId", "请选择单位"));
    }

    static ClientRefused beyondRole(Collection<String> scopes) {
        String words = "该角色没有以下权限：" + String.join("、", scopes);
        return new ClientRefused(Kind.INVALID, "scope-beyond-role", words, new FieldError("/scopes", words));
    }

    static ClientRefused tooManySecrets() {
        return new ClientRefused(Kind.CONFLICT, "too-many-secrets", "最多同时有两个有效密钥，请先停用旧的");
    }

    static ClientRefused lastSecret() {
        return new ClientRefused(Kind.CONFLICT, "last-secret", "这是最后一个有效密钥，请先新增再停用");
    }
}
