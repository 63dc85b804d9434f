package org.duban.kit.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.duban.kit.rehearsal.Rehearsal;
import org.duban.kit.rehearsal.Rehearsal.Safeguard;
import org.duban.kit.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Makes a retried request count once: with {@code Idempotency-Key}, the work and the note of its answer are one transaction. A
 * refused request leaves nothing behind and may be sent again.
 */
final class IdempotencyFilter extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";

    private static final Set<String> METHODS = Set.of("POST", "PUT", "PATCH");
    private static final List<String> KEPT_HEADERS = List.of(
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.LOCATION,
            HttpHeaders.ETAG,
            HttpHeaders.LINK,
            HttpHeaders.CONTENT_DISPOSITION);
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final KeptAnswers answers;
    private final TransactionOperations transactions;
    private final HandlerExceptionResolver exceptions;
    private final long largestBody;

    IdempotencyFilter(
            KeptAnswers answers,
            TransactionOperations transactions,
            HandlerExceptionResolver exceptions,
            long largestBody) {
        this.answers = answers;
        this.transactions = transactions;
        this.exceptions = exceptions;
        this.largestBody = largestBody;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HEADER) == null
                || !METHODS.contains(request.getMethod())
                || Rehearsal.present().without(Safeguard.RETRY_KEY);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Caller> caller = Caller.find();
        if (caller.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        String key = request.getHeader(HEADER);
        if (!KEY.matcher(key).matches()) {
            Problems.write(
                    Problem.of(400, "bad-idempotency-key", "Idempotency-Key 须为 1 到 200 个可见的西文字符"), request, response);
            return;
        }
        HttpServletRequest readable;
        byte[] hash;
        if (multipart(request)) {
            readable = request;
            byte @Nullable [] parts = hashOfParts(request);
            if (parts == null) {
                // Too large or broken: the answer is the same with a key or without.
                chain.doFilter(request, response);
                return;
            }
            hash = parts;
        } else {
            byte[] body = request.getInputStream().readNBytes(Math.toIntExact(largestBody) + 1);
            if (body.length > largestBody) {
                Problems.write(Problem.of(413), request, response);
                return;
            }
            readable = new KeptBody(request, body);
            hash = KeptAnswers.sha256().digest(body);
        }
        String query = request.getQueryString();
        String path = request.getRequestURI() + (query == null ? "" : "?" + query);
        Attempt attempt =
                new Attempt(caller.get().subject(), key, new KeptAnswers.Asked(request.getMethod(), path, hash));
        once(attempt, readable, response, chain);
    }

    private record Attempt(String caller, String key, KeptAnswers.Asked asked) {}

    private static final class Failed extends RuntimeException {
        Failed(Exception cause) {
            super(cause);
        }
    }

    private void once(Attempt attempt, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper cached = new ContentCachingResponseWrapper(response);
        try {
            transactions.executeWithoutResult(status -> {
                try {
                    work(attempt, request, cached, chain, status);
                } catch (IOException | ServletException failure) {
                    throw new Failed(failure);
                }
            });
        } catch (Failed failure) {
            switch (failure.getCause()) {
                case IOException io -> throw io;
                case ServletException servlet -> throw servlet;
                case null, default -> throw failure;
            }
        } catch (RuntimeException notCommitted) {
            // The answer was ready but its transaction is not: what was said in it must not be said.
            cached.reset();
            if (exceptions.resolveException(request, cached, null, notCommitted) == null) {
                throw notCommitted;
            }
        }
        cached.copyBodyToResponse();
    }

    private void work(
            Attempt attempt,
            HttpServletRequest request,
            ContentCachingResponseWrapper response,
            FilterChain chain,
            TransactionStatus status)
            throws IOException, ServletException {
        if (!answers.begin(attempt.caller(), attempt.key())) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            Problems.write(Problem.of(409, "request-under-way", "同一请求正在处理，请稍候再查看结果"), request, response);
            return;
        }
        Optional<KeptAnswers.Kept> kept = answers.find(attempt.caller(), attempt.key());
        if (kept.isPresent()) {
            if (kept.get().asked().same(attempt.asked())) {
                repeat(kept.get().answer(), response);
            } else {
                Problems.write(
                        Problem.of(422, "idempotency-key-reused", "此 Idempotency-Key 已用于内容不同的请求，请换用新的值"),
                        request,
                        response);
            }
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() >= 400) {
            status.setRollbackOnly();
            return;
        }
        if (!status.isRollbackOnly()) {
            answers.keep(
                    attempt.caller(),
                    attempt.key(),
                    attempt.asked(),
                    new KeptAnswers.Answer(response.getStatus(), headers(response), response.getContentAsByteArray()));
        }
    }

    private static void repeat(KeptAnswers.Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setHeader("Idempotency-Replayed", "true");
        response.getOutputStream().write(answer.body());
    }

    private static Map<String, String> headers(HttpServletResponse response) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : KEPT_HEADERS) {
            String value = name.equals(HttpHeaders.CONTENT_TYPE) ? response.getContentType() : response.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return headers;
    }

    private static boolean multipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(java.util.Locale.ROOT).startsWith("multipart/");
    }

    // The boundary differs from one try to the next, the parts do not.
    private static byte @Nullable [] hashOfParts(HttpServletRequest request) throws IOException {
        try {
            MessageDigest hash = KeptAnswers.sha256();
            for (Part part : request.getParts()) {
                hash.update((part.getName() + '\0' + part.getSubmittedFileName() + '\0' + part.getSize() + '\0')
                        .getBytes(StandardCharsets.UTF_8));
                try (InputStream content = new DigestInputStream(part.getInputStream(), hash)) {
                    content.transferTo(java.io.OutputStream.nullOutputStream());
                }
            }
            return hash.digest();
        } catch (ServletException | IOException | IllegalStateException broken) {
            return null;
        }
    }
}
