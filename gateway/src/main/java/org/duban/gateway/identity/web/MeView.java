package org.duban.gateway.identity.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.duban.gateway.directory.UnitRef;
import org.duban.gateway.identity.Identity;
import org.jspecify.annotations.Nullable;

/** Answer of {@code GET /api/me}. */
@Schema(name = "Me", description = "当前用户")
public record MeView(
        String subject,
        String name,
        @Nullable String username,
        Identity.Kind kind,
        @Nullable UnitRef unit,
        List<PostView> posts,
        List<String> roles,
        List<String> scopes,
        boolean mustChangePassword,
        Local local) {

    public record PostView(UUID id, String title, String role, UnitRef unit) {}

    /**
     * What only the local run has.
     *
     * @param clock the training clock can be moved
     * @param mailbox address of the mailbox that catches all mail
     */
    @Schema(name = "LocalRun")
    public record Local(boolean clock, @Nullable String mailbox) {}
}
