package org.duban.kit.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.duban.kit.id.Ids;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Turns a problem into an answer, from within Spring MVC and from filters. */
public final class Problems {

    private static final MediaType JSON = MediaType.parseMediaType("application/problem+json;charset=UTF-8");
    private static final JsonMapper MAPPER = new JsonMapper();

    private Problems() {}

    /** The current trace; one of its own where nothing is traced. */
    public static String traceId() {
        String traced = MDC.get("traceId");
        return traced == null || traced.isBlank() ? Ids.next().toString().replace("-", "") : traced;
    }

    public static ResponseEntity<Object> answer(Problem problem, HttpServletRequest request) {
        return answer(problem, request, new HttpHeaders(), traceId());
    }

    static ResponseEntity<Object> answer(
            Problem problem, HttpServletRequest request, HttpHeaders headers, String traceId) {
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .contentType(JSON)
                .body(problem.at(path(request), traceId));
    }

    /** Writes the problem unless an answer is already on its way. */
    public static void write(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType(JSON.toString());
        response.getOutputStream().write(MAPPER.writeValueAsBytes(problem.at(path(request), traceId())));
        response.flushBuffer();
    }

    /** Where the server itself found the request unreadable, as by {@code %zz} in its query: with which status to say so. */
    static @Nullable Integer statusOfServer(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidParameterException unreadable) {
                return unreadable.getErrorCode();
            }
        }
        return null;
    }

    private static String path(HttpServletRequest request) {
        @Nullable Object original = request.getAttribute(jakarta.servlet.RequestDispatcher.ERROR_REQUEST_URI);
        return original instanceof String uri ? uri : request.getRequestURI();
    }
}
