package org.duban.gateway.signin.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.duban.gateway.limit.Visitors;
import org.duban.gateway.route.OpenToVisitors;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class VisitorFilterTest {

    private final VisitorFilter filter = new VisitorFilter(Visitors.allowed(100, 2, 2));
    private final AtomicInteger passed = new AtomicInteger();

    private MockHttpServletResponse send(String method, String path, int status, byte[] body) throws Exception {
        var request = new MockHttpServletRequest(method, path);
        request.setContent(body);
        var response = new MockHttpServletResponse();
        FilterChain chain = (asked, answer) -> {
            passed.incrementAndGet();
            ((HttpServletResponse) answer).setStatus(status);
        };
        filter.doFilter(request, response, chain);
        return response;
    }

    private int post(String path, int status) throws Exception {
        return send("POST", path, status, new byte[100]).getStatus();
    }

    @Test
    void thirdFilingOfAnAddressWaits() throws Exception {
        assertThat(post("/api/feedback", 201)).isEqualTo(201);
        assertThat(post("/api/feedback", 201)).isEqualTo(201);
        MockHttpServletResponse third = send("POST", "/api/feedback", 201, new byte[10]);
        assertThat(third.getStatus()).isEqualTo(429);
        assertThat(Long.parseLong(third.getHeader("Retry-After"))).isPositive();
        assertThat(passed).hasValue(2);
        assertThat(post("/api/feedback/query", 200)).isEqualTo(200);
    }

    @Test
    void guessingCodesEndsSoonAndKnowingOneDoesNot() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(post("/api/feedback/query", 200)).isEqualTo(200);
        }
        assertThat(post("/api/feedback/query", 404)).isEqualTo(404);
        assertThat(post("/api/feedback/rating", 404)).isEqualTo(404);
        assertThat(post("/api/feedback/query", 404)).isEqualTo(429);
        assertThat(post("/api/feedback/rating", 200)).isEqualTo(429);
    }

    @Test
    void whatIsTooLargeIsNotPassedOn() throws Exception {
        assertThat(send("POST", "/api/feedback", 201, new byte[64 * 1024 + 1]).getStatus())
                .isEqualTo(413);
        assertThat(passed).hasValue(0);
    }

    @Test
    void nothingElseIsTouched() throws Exception {
        var request = new MockHttpServletRequest("POST", "/api/complaints");
        filter.doFilter(request, new MockHttpServletResponse(), (asked, answer) -> passed.incrementAndGet());
        assertThat(passed).hasValue(1);
        assertThat(request.getAttribute(OpenToVisitors.ATTRIBUTE)).isNull();
    }
}
