package org.duban.gateway.limit.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.duban.gateway.limit.LimitSettings;
import org.duban.kit.web.Problem;
import org.duban.kit.web.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses what is too large by its announced length, and counts what comes without one. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
public class BodyLimitFilter extends OncePerRequestFilter {

    private static final String EXCEEDED = BodyLimitFilter.class.getName();

    private final LimitSettings settings;

    BodyLimitFilter(LimitSettings settings) {
        this.settings = settings;
    }

    /** True once a request has sent more than is taken. */
    public static boolean exceeded(HttpServletRequest request) {
        return request.getAttribute(EXCEEDED) != null;
    }

    public static Problem problem(LimitSettings settings) {
        return Problem.of(413, "too-large", "提交的内容过大，最多 " + settings.body().toMegabytes() + " MB");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long most = settings.body().toBytes();
        if (request.getContentLengthLong() > most) {
            Problems.write(problem(settings), request, response);
            return;
        }
        chain.doFilter(request.getContentLengthLong() < 0 ? new Counted(request, most) : request, response);
    }

    private static final class Counted extends HttpServletRequestWrapper {

        private final long most;
        private @org.jspecify.annotations.Nullable ServletInputStream counted;

        Counted(HttpServletRequest request, long most) {
            super(request);
            this.most = most;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            ServletInputStream stream = counted;
            if (stream == null) {
                stream = new CountedStream(super.getInputStream(), most, () -> setAttribute(EXCEEDED, true));
                counted = stream;
            }
            return stream;
        }
    }

    private static final class CountedStream extends ServletInputStream {

        private final ServletInputStream stream;
        private final Runnable exceeded;
        private long left;

        CountedStream(ServletInputStream stream, long most, Runnable exceeded) {
            this.stream = stream;
            this.left = most;
            this.exceeded = exceeded;
        }

        @Override
        public int read() throws IOException {
            int read = stream.read();
            if (read >= 0) {
                count(1);
            }
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = stream.read(buffer, offset, length);
            if (read > 0) {
                count(read);
            }
            return read;
        }

        private void count(int bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                exceeded.run();
                throw new IOException("body exceeds the limit");
            }
        }

        @Override
        public boolean isFinished() {
            return stream.isFinished();
        }

        @Override
        public boolean isReady() {
            return stream.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            stream.setReadListener(listener);
        }
    }
}
