package org.duban.task.evidence.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Locale;
import org.duban.kit.security.Caller;
import org.duban.task.access.Rights;
import org.duban.task.evidence.EvidenceDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Writes an upload that carries a key into the store before the transaction of the key begins: what is written, hashed and looked
 * into is up to a whole file, and a connection to the database is not held meanwhile.
 */
@Component
// after security, which says who uploads, and before the key's transaction
@Order(-10)
class EvidenceIntake extends OncePerRequestFilter {
    static final String TAKEN = "duban.evidence.taken";

    private final EvidenceDesk desk;

    EvidenceIntake(EvidenceDesk desk) {
        this.desk = desk;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return !HttpMethod.POST.matches(request.getMethod())
                || !request.getRequestURI().equals(request.getContextPath() + "/api/evidence")
                || request.getHeader("Idempotency-Key") == null
                || type == null
                || !type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var part = part(request);
        if (part == null) {
            chain.doFilter(request, response);
            return;
        }
        try (var content = part.getInputStream();
                var taken = desk.take(content)) {
            request.setAttribute(TAKEN, taken);
            chain.doFilter(request, response);
        }
    }

    /** Null also where it is for the doors behind to refuse: whoever may not upload, or an upload that is too large or broken. */
    private static @Nullable Part part(HttpServletRequest request) {
        if (Caller.find().filter(Rights::actsForItsUnit).isEmpty()) {
            return null;
        }
        try {
            return request.getPart("file");
        } catch (ServletException | IOException | IllegalStateException unreadable) {
            return null;
        }
    }
}
