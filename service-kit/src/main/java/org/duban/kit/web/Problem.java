package org.duban.kit.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Problem details (RFC 9457).
 *
 * @param type {@code urn:duban:problem:<code>}, stable
 * @param title Chinese, one for each status
 * @param detail Chinese, complete
 * @param instance path of the request
 * @param traceId by which the administrator finds what happened
 * @param errors what is wrong with which part of the request
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        @Nullable String traceId,
        List<FieldError> errors) {

    private static final String PREFIX = "urn:duban:problem:";

    public Problem {
        errors = List.copyOf(errors);
    }

    public static Problem of(int status, String code, String detail) {
        return of(status, code, detail, List.of());
    }

    public static Problem of(int status, String code, String detail, List<FieldError> errors) {
        return new Problem(PREFIX + code, title(status), status, detail, null, null, errors);
    }

    /** The problem of a status that nobody has said more about. */
    public static Problem of(int status) {
        return switch (status) {
            case 400 -> of(400, "bad-request", "请求的格式不正确，无法处理");
            case 401 -> of(401, "not-signed-in", "请先登录，或登录已过期，请重新登录");
            case 403 -> of(403, "forbidden", "您的岗位没有办理此事项的权限");
            case 404 -> of(404, "not-found", "没有找到所请求的内容，或您无权查看");
            case 405 -> of(405, "method-not-allowed", "此地址不支持这种操作方式");
            case 406 -> of(406, "not-acceptable", "无法按所要求的格式返回内容");
            case 408 -> of(408, "request-timeout", "请求未在规定时间内传完，请重试");
            case 409 -> of(409, "conflict", "当前状态下不能办理此操作");
            case 412 -> of(412, "stale-version", "内容已被他人修改，请刷新后在最新内容上重新操作");
            case 413 -> of(413, "too-large", "提交的内容超过大小限制");
            case 414 -> of(414, "address-too-long", "请求地址过长");
            case 415 -> of(415, "unsupported-type", "不支持所提交内容的类型");
            case 422 -> of(422, "unacceptable", "提交的内容不符合要求");
            case 428 -> of(428, "precondition-required", "修改前须带上所见内容的版本（If-Match）");
            case 429 -> of(429, "too-many-requests", "操作过于频繁，请稍后再试");
            case 431 -> of(431, "headers-too-large", "请求头过大");
            case 502 -> of(502, "bad-gateway", "后台服务没有正常应答，请稍后再试");
            case 503 -> of(503, "unavailable", "系统正在恢复，请稍后再试");
            case 504 -> of(504, "gateway-timeout", "后台服务应答超时，请稍后再试");
            default ->
                status < 500
                        ? of(status, "refused", "请求未被接受")
                        : of(status, "unexpected", "系统出现意外，请稍后再试；如仍不行，请把追踪号告诉管理员");
        };
    }

    Problem at(String instance, String traceId) {
        return new Problem(type, title, status, detail, instance, traceId, errors);
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "请求有误";
            case 401 -> "未登录";
            case 403 -> "无权办理";
            case 404 -> "未找到";
            case 405 -> "方式不支持";
            case 406 -> "格式不支持";
            case 409 -> "状态冲突";
            case 412 -> "版本过期";
            case 413, 414, 431 -> "内容过大";
            case 415 -> "类型不支持";
            case 422 -> "内容不符合要求";
            case 428 -> "缺少版本";
            case 429 -> "过于频繁";
            case 502, 503, 504 -> "暂时不可用";
            default -> status < 500 ? "未被接受" : "系统意外";
        };
    }
}
