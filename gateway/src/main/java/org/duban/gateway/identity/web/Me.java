package org.duban.gateway.identity.web;

import java.util.ArrayList;
import org.duban.gateway.identity.Identity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How an identity is shown to its owner. */
@Component
public class Me {

    private final MeView.Local local;

    Me(@Value("${duban.clock.file:}") String clockFile, @Value("${duban.mailbox.url:}") String mailbox) {
        this.local = new MeView.Local(!clockFile.isBlank(), blankToNull(mailbox));
    }

    public MeView view(Identity identity) {
        return new MeView(
                identity.subject(),
                identity.name(),
                identity.username(),
                identity.kind(),
                identity.unit(),
                identity.posts().stream()
                        .map(post -> new MeView.PostView(
                                post.id(), post.title(), post.role().name(), post.unit()))
                        .toList(),
                identity.roles().stream().map(Enum::name).toList(),
                new ArrayList<>(identity.scopes()),
                identity.mustChangePassword(),
                local);
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }
}
