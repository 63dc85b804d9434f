package org.duban.task.plan.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.duban.kit.web.Problem;
import org.duban.kit.web.Problems;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * So many files are read at once, and no more: a file of 20 MB takes up to 256 MB while it is read. The others wait in line, and
 * are asked to come back where the line is long. It stands behind the sign-in and before anything that holds a connection.
 */
@Component
@EnableConfigurationProperties(ReadingGateSettings.class)
@Order(-10)
class ReadingGate extends OncePerRequestFilter {
    private static final String PATH = "/api/plan-readings";

    private final ReadingGateSettings settings;
    private final Semaphore places;

    ReadingGate(ReadingGateSettings settings) {
        this.settings = settings;
        this.places = new Semaphore(settings.atOnce(), true);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return !request.getMethod().equals("POST")
                || !request.getRequestURI().startsWith(PATH)
                || type == null
                || !type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        receive(request);
        if (!enter()) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, String.valueOf(settings.comeBack().toSeconds()));
            Problems.write(Problem.of(503, "reading-busy", "正在识别的文件较多，请稍候片刻再上传。"), request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
        }
    }

    /** Whoever sends slowly keeps nobody else from being read. */
    private static void receive(HttpServletRequest request) {
        try {
            request.getParts();
        } catch (ServletException | IOException | IllegalStateException unreadable) {
            // too large or broken: said by whoever reads it next
        }
    }

    private boolean enter() {
        if (places.getQueueLength() >= settings.inLine()) {
            return false;
        }
        try {
            return places.tryAcquire(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
