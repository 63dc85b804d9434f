package org.duban.gateway.signin.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.duban.gateway.limit.Pause;
import org.duban.gateway.limit.VisitorLimits;
import org.duban.gateway.route.OpenToVisitors;
import org.duban.kit.web.Problem;
import org.duban.kit.web.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets the public in to what is open to it. Nobody's session is looked at here, not even that of somebody who has signed in: what
 * is done is done by nobody, so a foreign site gains nothing by sending somebody's browser, and no CSRF token is needed.
 */
class VisitorFilter extends OncePerRequestFilter {

    private final VisitorLimits limits;

    VisitorFilter(VisitorLimits limits) {
        this.limits = limits;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !OpenToVisitors.covers(request.getMethod(), request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String address = request.getRemoteAddr();
        boolean namesACode = OpenToVisitors.QUERY.is(request.getMethod(), request.getRequestURI())
                || OpenToVisitors.RATING.is(request.getMethod(), request.getRequestURI());
        Optional<Duration> pause = limits.request(address);
        if (pause.isEmpty() && OpenToVisitors.FILING.is(request.getMethod(), request.getRequestURI())) {
            pause = limits.filing(address);
        }
        if (pause.isEmpty() && namesACode) {
            pause = limits.code(address);
        }
        if (pause.isPresent()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Pause.text(pause.get()));
            Problems.write(Problem.of(429, "too-many-requests", "操作过于频繁，请稍后再试"), request, response);
            return;
        }
        if (request.getMethod().equals("POST") && request.getContentLengthLong() < 0) {
            Problems.write(Problem.of(411, "length-required", "请求须注明长度"), request, response);
            return;
        }
        if (request.getContentLengthLong() > limits.largestBody()) {
            Problems.write(Problem.of(413, "too-large", "提交的内容过大，请精简后再提交"), request, response);
            return;
        }
        request.setAttribute(OpenToVisitors.ATTRIBUTE, true);
        chain.doFilter(request, response);
        if (namesACode && response.getStatus() != HttpServletResponse.SC_NOT_FOUND) {
            limits.codeWasRight(address);
        }
    }
}
