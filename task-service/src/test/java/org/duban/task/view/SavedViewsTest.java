package org.duban.task.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duban.kit.test.ServiceTest;
import org.duban.meeting.contract.DirectoryEvent.County;
import org.duban.task.Api;
import org.duban.task.directory.Directory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@ServiceTest
class SavedViewsTest {
    @Autowired
    MockMvc mvc;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient jdbc;

    private final County county = Api.county("视图县");
    private final UUID unit = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private Api api;

    @BeforeEach
    void nobodyKeepsAnything() {
        api = new Api(mvc, directory);
        jdbc.sql("truncate saved_view").update();
    }

    private static Map<String, Object> words(String name, String audience) {
        Map<String, Object> words = new HashMap<>();
        words.put("name", name);
        words.put("audience", audience);
        words.put("filter", Map.of("light", "RED,YELLOW", "due-before", "2026-12-01"));
        words.put("columns", List.of("light", "title", "leads"));
        words.put("grouping", "unit");
        return words;
    }

    private List<String> namesSeenBy(Api.As who) {
        return who.get("/api/ledger-views").items().stream()
                .map(view -> view.path("name").asString())
                .toList();
    }

    @Test
    void aViewComesBackAsItWasKept() {
        var kept = api.supervisor().post("/api/ledger-views", null, words("本月预警", "OWNER"));
        assertThat(kept.status()).isEqualTo(201);
        assertThat(kept.location()).isEqualTo("/api/ledger-views/" + kept.id());

        var view = api.supervisor().get("/api/ledger-views/{id}", kept.id());

        assertThat(view.etag()).isEqualTo("\"0\"");
        assertThat(view.text("name")).isEqualTo("本月预警");
        assertThat(view.body().path("filter").path("light").asString()).isEqualTo("RED,YELLOW");
        assertThat(Api.strings(view.body().path("columns"))).containsExactly("light", "title", "leads");
        assertThat(view.text("grouping")).isEqualTo("unit");
        assertThat(view.body().path("mine").asBoolean()).isTrue();
    }

    @Test
    void whoItIsSharedWithFindsItAndNobodyElse() {
        api.supervisor().post("/api/ledger-views", null, words("自己看", "OWNER"));
        api.supervisor().post("/api/ledger-views", null, words("督导室", "COLLEAGUES"));
        api.supervisor().post("/api/ledger-views", null, words("全市", "EVERYONE"));
        var ofCounty = api.as("SUPERVISOR", UUID.randomUUID(), county.id());
        ofCounty.post("/api/ledger-views", null, words("全县", "EVERYONE"));
        api.liaison(unit).post("/api/ledger-views", null, words("本单位", "COLLEAGUES"));

        assertThat(namesSeenBy(api.supervisor())).containsExactlyInAnyOrder("自己看", "督导室", "全市");
        assertThat(namesSeenBy(api.as("SECRETARY", null, null))).containsExactlyInAnyOrder("督导室", "全市");
        assertThat(namesSeenBy(ofCounty)).containsExactly("全县", "全市");
        assertThat(namesSeenBy(api.as("LIAISON", other, county.id()))).containsExactlyInAnyOrder("全县", "全市");
        assertThat(namesSeenBy(api.as("UNIT_HEAD", unit, null))).containsExactlyInAnyOrder("本单位", "全市");
        assertThat(namesSeenBy(api.liaison(other))).containsExactly("全市");
    }

    @Test
    void onlyWhoKeepsAViewChangesOrDropsIt() {
        var kept = api.supervisor().post("/api/ledger-views", null, words("全市", "EVERYONE"));
        var stranger = api.liaison(unit);
        assertThat(stranger.put("/api/ledger-views/{id}", "\"0\"", words("改名", "OWNER"), kept.id())
                        .status())
                .isEqualTo(403);
        assertThat(stranger.delete("/api/ledger-views/{id}", "\"0\"", kept.id()).status())
                .isEqualTo(403);

        assertThat(api.supervisor()
                        .put("/api/ledger-views/{id}", null, words("改名", "OWNER"), kept.id())
                        .status())
                .isEqualTo(428);
        var changed = api.supervisor().put("/api/ledger-views/{id}", "\"0\"", words("改名", "OWNER"), kept.id());
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.etag()).isEqualTo("\"1\"");
        assertThat(api.supervisor()
                        .put("/api/ledger-views/{id}", "\"0\"", words("又改", "OWNER"), kept.id())
                        .status())
                .isEqualTo(412);
        assertThat(stranger.get("/api/ledger-views/{id}", kept.id()).status()).isEqualTo(404);
        assertThat(api.supervisor()
                        .delete("/api/ledger-views/{id}", "\"1\"", kept.id())
                        .status())
                .isEqualTo(204);
        assertThat(namesSeenBy(api.supervisor())).isEmpty();
    }

    @Test
    void aUnitSharesWithItsOwnPeopleOnly() {
        assertThat(api.liaison(unit)
                        .post("/api/ledger-views", null, words("全市", "EVERYONE"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void namesAreOncePerPersonAndViewsAreBounded() {
        var supervisor = api.supervisor();
        supervisor.post("/api/ledger-views", null, words("一", "OWNER"));
        assertThat(supervisor
                        .post("/api/ledger-views", null, words("一", "OWNER"))
                        .status())
                .isEqualTo(409);
        var second = supervisor.post("/api/ledger-views", null, words("二", "OWNER"));
        assertThat(supervisor
                        .put("/api/ledger-views/{id}", "\"0\"", words("一", "OWNER"), second.id())
                        .status())
                .isEqualTo(409);
        assertThat(api.liaison(unit)
                        .post("/api/ledger-views", null, words("一", "OWNER"))
                        .status())
                .isEqualTo(201);
        for (int i = 2; i < 50; i++) {
            assertThat(supervisor
                            .post("/api/ledger-views", null, words("第" + i, "OWNER"))
                            .status())
                    .isEqualTo(201);
        }
        assertThat(supervisor
                        .post("/api/ledger-views", null, words("第五十一", "OWNER"))
                        .text("type"))
                .endsWith("too-many-views");
    }

    @Test
    void whatIsNoViewIsRefusedWithItsField() {
        var empty = words(" ", "OWNER");
        empty.put("filter", Map.of("Drop Table", "x"));
        var refused = api.supervisor().post("/api/ledger-views", null, empty);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(Api.list(refused.body().path("errors"))).hasSize(2);
    }
}
