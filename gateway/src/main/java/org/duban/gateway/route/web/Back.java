package org.duban.gateway.route.web;

import java.net.URI;
import java.util.Arrays;
import org.duban.gateway.route.RouteSettings;
import org.duban.gateway.route.Upstream;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/** An answer must not show where it comes from, nor set anything in the browser. */
@Component
class Back implements ResponseHttpHeadersFilter, Ordered {

    private final RouteSettings settings;

    Back(RouteSettings settings) {
        this.settings = settings;
    }

    @Override
    public HttpHeaders apply(HttpHeaders upstream, ServerResponse response) {
        var back = new HttpHeaders();
        back.putAll(upstream);
        back.remove(HttpHeaders.SET_COOKIE);
        back.remove(HttpHeaders.SERVER);
        // The gateway states these for the whole site.
        back.remove("X-Frame-Options");
        back.remove("X-XSS-Protection");
        back.remove("X-Content-Type-Options");
        String location = back.getFirst(HttpHeaders.LOCATION);
        if (location != null && fromUpstream(location)) {
            URI there = URI.create(location);
            String query = there.getRawQuery();
            back.set(HttpHeaders.LOCATION, there.getRawPath() + (query == null ? "" : "?" + query));
        }
        return back;
    }

    private boolean fromUpstream(String location) {
        return Arrays.stream(Upstream.values())
                .map(settings::of)
                .anyMatch(base -> location.startsWith(base.toString()));
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
