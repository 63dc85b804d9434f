package org.duban.journeys;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The demonstration city, started once for all stories that leave it as it is, and a collector of the traces it sends. */
final class Demonstration implements AutoCloseable {

    /** @param name as the service gave it: the route, or the topic and what was done with it */
    record Span(String service, String traceId, String name) {}

    private final List<Span> spans = new CopyOnWriteArrayList<>();
    private final HttpServer collector;
    private final Launched running;

    private Demonstration() {
        try {
            collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        collector.createContext("/v1/traces", exchange -> {
            try (exchange) {
                collect(ExportTraceServiceRequest.parseFrom(exchange.getRequestBody()));
                exchange.sendResponseHeaders(200, -1);
            }
        });
        collector.start();
        running = Launched.startWith(Map.of(
                "MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT",
                "http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/traces"));
    }

    private void collect(ExportTraceServiceRequest sent) {
        sent.getResourceSpansList().forEach(resource -> {
            String service = resource.getResource().getAttributesList().stream()
                    .filter(attribute -> attribute.getKey().equals("service.name"))
                    .map(attribute -> attribute.getValue().getStringValue())
                    .findFirst()
                    .orElse("");
            resource.getScopeSpansList().stream()
                    .flatMap(scope -> scope.getSpansList().stream())
                    .forEach(span -> spans.add(new Span(
                            service, HexFormat.of().formatHex(span.getTraceId().toByteArray()), span.getName())));
        });
    }

    Launched running() {
        return running;
    }

    /** By its software's credentials. */
    Caller client(String role) {
        var account = running.account(role);
        return running.visitor()
                .withClient(
                        account.get("clientId").asString(),
                        account.get("clientSecret").asString());
    }

    List<Span> spans(String traceId) {
        return spans.stream().filter(span -> span.traceId().equals(traceId)).toList();
    }

    @Override
    public void close() {
        running.close();
        collector.stop(0);
    }

    /** Hands the one demonstration to whoever asks; it ends with the last test. */
    static final class Shared implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Demonstration.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(Demonstration.class))
                    .computeIfAbsent(Demonstration.class, key -> new Demonstration(), Demonstration.class);
        }
    }
}
