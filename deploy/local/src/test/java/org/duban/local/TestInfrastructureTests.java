package org.duban.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

@InfrastructureTest
class TestInfrastructureTests {

    private final TestInfrastructure infrastructure = TestInfrastructure.shared();

    @Test
    void givesADatabaseThatItsOwnerMayUseAndExtend() throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                infrastructure.jdbcUrl("infrastructure"), infrastructure.username(), infrastructure.password())) {
            connection.createStatement().execute("create extension pg_trgm");
            connection.createStatement().execute("create table 任务 (标题 text)");
            connection.createStatement().execute("insert into 任务 values ('加强监督')");
            ResultSet rows = connection.createStatement().executeQuery("select 标题, version() from 任务");
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("加强监督");
            assertThat(rows.getString(2)).startsWith("PostgreSQL 18");
        }
    }

    @Test
    void givesABrokerWithEveryTopic() throws Exception {
        Properties settings = new Properties();
        settings.putAll(Map.of("bootstrap.servers", infrastructure.bootstrapServers()));
        try (Admin admin = Admin.create(settings)) {
            assertThat(admin.listTopics().names().get())
                    .containsAll(List.of(
                            "duban.directory",
                            "duban.calendar",
                            "duban.meeting",
                            "duban.task",
                            "duban.notification",
                            "duban.task.notification-service.dlt",
                            "duban.directory.task-service.dlt"));
        }
    }
}
