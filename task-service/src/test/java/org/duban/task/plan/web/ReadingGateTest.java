package org.duban.task.plan.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ReadingGateTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private static MockHttpServletRequest upload() {
        var request = new MockHttpServletRequest("POST", "/api/plan-readings");
        request.setContentType("multipart/form-data; boundary=x");
        return request;
    }

    private static ReadingGate gate(int atOnce, int inLine, Duration patience) {
        return new ReadingGate(new ReadingGateSettings(atOnce, inLine, patience, Duration.ofSeconds(7)));
    }

    @Test
    void whoFindsNoPlaceIsAskedToComeBack() throws Exception {
        var gate = gate(1, 10, Duration.ZERO);
        gate.doFilter(upload(), new MockHttpServletResponse(), (request, response) -> {
            var refused = new MockHttpServletResponse();
            gate.doFilter(
                    upload(), refused, (again, nothing) -> assertThat(again).isNull());
            assertThat(refused.getStatus()).isEqualTo(503);
            assertThat(refused.getHeader("Retry-After")).isEqualTo("7");
            assertThat(refused.getContentAsString()).contains("reading-busy", "正在识别的文件较多");
        });
    }

    @Test
    void anUploadThatIsStillComingKeepsNoPlace() throws Exception {
        var gate = gate(1, 10, Duration.ZERO);
        var began = new CountDownLatch(1);
        var complete = new CountDownLatch(1);
        var slow = new MockHttpServletRequest("POST", "/api/plan-readings") {
            @Override
            public Collection<Part> getParts() throws IOException {
                began.countDown();
                try {
                    complete.await();
                } catch (InterruptedException gone) {
                    throw new IOException(gone);
                }
                return List.of();
            }
        };
        slow.setContentType("multipart/form-data; boundary=x");
        var read = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> {
                gate.doFilter(slow, new MockHttpServletResponse(), (request, response) -> read.incrementAndGet());
                return null;
            });
            began.await();
            gate.doFilter(upload(), new MockHttpServletResponse(), (request, response) -> read.incrementAndGet());
            assertThat(read).hasValue(1);
            complete.countDown();
        }
        assertThat(read).hasValue(2);
    }

    @Test
    void aPlaceIsGivenBackWhateverHappens() throws Exception {
        var gate = gate(1, 10, Duration.ZERO);
        try {
            gate.doFilter(upload(), new MockHttpServletResponse(), (request, response) -> {
                throw new IllegalStateException("broken");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("broken");
        }
        var answered = new AtomicInteger();
        gate.doFilter(upload(), new MockHttpServletResponse(), (request, response) -> answered.incrementAndGet());
        assertThat(answered).hasValue(1);
    }

    @Test
    void aLongLineTakesNobodyElse() throws Exception {
        var gate = gate(1, 0, LONG);
        gate.doFilter(upload(), new MockHttpServletResponse(), (request, response) -> {
            var refused = new MockHttpServletResponse();
            gate.doFilter(
                    upload(), refused, (again, nothing) -> assertThat(again).isNull());
            assertThat(refused.getStatus()).isEqualTo(503);
        });
    }

    @Test
    void ofAHundredUploadsOnlySoManyAreReadAtOnce() throws Exception {
        var gate = gate(3, 100, LONG);
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var read = new AtomicInteger();
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 100; i++) {
                threads.submit(() -> {
                    start.await();
                    gate.doFilter(upload(), new MockHttpServletResponse(), (request, response) -> {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        Thread.yield();
                        inside.decrementAndGet();
                        read.incrementAndGet();
                    });
                    return null;
                });
            }
            start.countDown();
        }
        assertThat(read).hasValue(100);
        assertThat(most.get()).isBetween(1, 3);
    }

    @Test
    void whatUploadsNothingPassesBy() throws Exception {
        var gate = gate(0, 0, Duration.ZERO);
        var passed = new AtomicInteger();
        var get = new MockHttpServletRequest("GET", "/api/plan-readings");
        var correction = new MockHttpServletRequest("POST", "/api/plan-readings/1/adoption");
        correction.setContentType("application/json");
        for (var request : new MockHttpServletRequest[] {get, correction}) {
            gate.doFilter(request, new MockHttpServletResponse(), (through, response) -> passed.incrementAndGet());
        }
        assertThat(passed).hasValue(2);
    }
}
