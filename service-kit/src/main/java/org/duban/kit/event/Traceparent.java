package org.duban.kit.event;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** The W3C header that ties an event to the request it came from. */
final class Traceparent {

    private final ObjectProvider<Tracer> tracer;

    Traceparent(ObjectProvider<Tracer> tracer) {
        this.tracer = tracer;
    }

    @Nullable
    String current() {
        Tracer known = tracer.getIfAvailable();
        Span span = known == null ? null : known.currentSpan();
        if (span == null) {
            return null;
        }
        TraceContext context = span.context();
        String sampled = Boolean.TRUE.equals(context.sampled()) ? "01" : "00";
        return "00-" + context.traceId() + "-" + context.spanId() + "-" + sampled;
    }
}
