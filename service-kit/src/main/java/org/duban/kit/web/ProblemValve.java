package org.duban.kit.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What the server itself refuses, before any application sees it, as a broken address. */
public final class ProblemValve extends ErrorReportValve {

    private static final JsonMapper MAPPER = new JsonMapper();

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        Problem problem = Problem.of(status).at("/", Problems.traceId());
        try {
            response.setContentType("application/problem+json;charset=UTF-8");
            var out = response.getReporter();
            if (out != null) {
                out.write(new String(MAPPER.writeValueAsBytes(problem), StandardCharsets.UTF_8));
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException gone) {
            // Nobody is left to read it.
            return;
        }
    }
}
