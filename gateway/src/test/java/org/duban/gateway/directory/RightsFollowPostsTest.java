package org.duban.gateway.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.duban.gateway.Browser;
import org.duban.gateway.GatewayTest;
import org.duban.gateway.Town;
import org.duban.kit.event.EventChannel;
import org.duban.local.TestInfrastructure;
import org.duban.meeting.contract.DirectoryEvent;
import org.duban.meeting.contract.DirectoryEvent.PostFilled;
import org.duban.meeting.contract.DirectoryEvent.PostState;
import org.duban.meeting.contract.DirectoryEvent.PostVacated;
import org.duban.meeting.contract.DirectoryEvent.Role;
import org.duban.meeting.contract.DirectoryEvent.UnitRegistered;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RightsFollowPostsTest extends GatewayTest {

    private static final EventChannel<DirectoryEvent> CHANNEL =
            EventChannel.of(DirectoryEvent.TOPIC, DirectoryEvent.class, DirectoryEvent.TYPES);

    @Autowired
    private Directory directory;

    @Test
    void whoLeavesAPostLosesItsRightsAndItsSuccessorHasThem() {
        var unit = Town.cityUnit("市卫生健康委");
        PostState post = Town.post(unit, "督导科科长", Role.SUPERVISOR);
        var before = Town.person("前任");
        var after = Town.person("后任");
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", TestInfrastructure.shared().bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            tell(producer, new UnitRegistered(unit));
            tell(producer, new PostFilled(post, before, Town.SINCE));
            awaitHolder(before.id());
            Browser browser = signedIn(before.id());
            assertThat(roles(browser)).contains("SUPERVISOR");

            PostState later = new PostState(post.id(), post.unitId(), post.title(), post.role(), 2);
            tell(producer, new PostVacated(later, Town.SINCE.plusDays(30)));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> directory.postsHeldBy(before.id()).isEmpty());

            assertThat(roles(browser)).isEqualTo("[]");
            assertThat(browser.get("/api/me").body().path("unit").isNull()).isTrue();

            PostState latest = new PostState(post.id(), post.unitId(), post.title(), post.role(), 3);
            tell(producer, new PostFilled(latest, after, Town.SINCE.plusDays(31)));
            awaitHolder(after.id());
            assertThat(roles(signedIn(after.id()))).contains("SUPERVISOR");
        }
    }

    @Test
    void olderStateNeverReplacesANewerOne() {
        var unit = town.registered(Town.cityUnit("市体育局"));
        PostState post = Town.post(unit, "联络员", Role.LIAISON);
        var holder = Town.person("现任");
        directory.postIsFilled(
                new PostState(post.id(), post.unitId(), post.title(), post.role(), 5), holder, Town.SINCE);
        directory.postIsVacant(new PostState(post.id(), post.unitId(), post.title(), post.role(), 4), Town.SINCE);
        assertThat(directory.postsHeldBy(holder.id())).hasSize(1);
    }

    private void awaitHolder(UUID person) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !directory.postsHeldBy(person).isEmpty());
    }

    private static String roles(Browser browser) {
        return browser.get("/api/me").body().path("roles").toString();
    }

    private static void tell(KafkaProducer<String, byte[]> producer, DirectoryEvent event) {
        var record = new ProducerRecord<>(DirectoryEvent.TOPIC, event.key(), CHANNEL.encode(event));
        record.headers().add("ce_id", UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_type", CHANNEL.typeOf(event).getBytes(StandardCharsets.UTF_8));
        producer.send(record);
        producer.flush();
    }
}
