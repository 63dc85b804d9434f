package org.duban.gateway.route.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.duban.gateway.identity.Identity;
import org.duban.gateway.route.OpenToVisitors;
import org.duban.gateway.token.Passes;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

/** What a request carries on: never what it claims about its sender, always the gateway's own word for it. */
@Component
class Onward implements RequestHttpHeadersFilter, Ordered {

    private static final Set<String> LEFT_BEHIND = Set.of(
            "authorization",
            "cookie",
            "x-xsrf-token",
            "x-csrf-token",
            "forwarded",
            "x-real-ip",
            "remote-user",
            "proxy-authorization",
            "accept-encoding",
            "origin",
            "referer");
    private static final List<String> LEFT_BEHIND_FAMILIES =
            List.of("x-forwarded-", "x-user", "x-auth", "x-remote-", "x-duban-", "sec-");

    private final Passes passes;

    Onward(Passes passes) {
        this.passes = passes;
    }

    @Override
    public HttpHeaders apply(HttpHeaders incoming, ServerRequest request) {
        var onward = new HttpHeaders();
        onward.putAll(incoming);
        for (String name : new ArrayList<>(onward.headerNames())) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (LEFT_BEHIND.contains(lower) || LEFT_BEHIND_FAMILIES.stream().anyMatch(lower::startsWith)) {
                onward.remove(name);
            }
        }
        if (request.servletRequest().getAttribute(Identity.ATTRIBUTE) instanceof Identity identity) {
            onward.setBearerAuth(passes.passOf(identity));
        } else if (request.servletRequest().getAttribute(OpenToVisitors.ATTRIBUTE) != null) {
            onward.setBearerAuth(passes.ofVisitor());
            // Visitors are one caller to the services: somebody's key must not meet another's answer.
            onward.remove("Idempotency-Key");
        }
        return onward;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
