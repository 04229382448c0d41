package io.hutong.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EmbeddedMariaDbTest {
    private static final String PASSWORD = "registration-pw-1";

    @TempDir
    Path temporary;

    @Test
    void a_server_in_a_folder_with_spaces_and_Chinese_characters_keeps_accounts_apart_and_data_over_a_crash()
            throws SQLException {
        MariaDbConfig config = MariaDbConfig.in(temporary.resolve("数据 folder"), FreePort.choose())
                .withAccount("registration", "registration", PASSWORD)
                .withAccount("tax_sync", "tax", "tax-pw-12345");
        try (EmbeddedMariaDb server = EmbeddedMariaDb.start(config)) {
            try (Connection own = connect(server, "registration", PASSWORD)) {
                execute(own, "create table business (name varchar(100) primary key) engine=innodb");
                execute(own, "insert into business values ('北京市朝阳区张记面馆')");
                assertThatThrownBy(() -> execute(own, "select 1 from tax_sync.anything"))
                        .hasMessageContaining("denied");
                assertThat(rows(own, "show databases")).containsExactly("information_schema", "registration");
            }
            assertThatThrownBy(() -> connect(server, "registration", "wrong-password"))
                    .hasMessageContaining("denied");
            assertThatThrownBy(() -> DriverManager.getConnection(server.url(""), "root", "")
                            .close())
                    .hasMessageContaining("denied");
            assertThatThrownBy(() ->
                            DriverManager.getConnection(server.url(""), "", "").close())
                    .hasMessageContaining("denied");
            server.kill();
        }
        try (EmbeddedMariaDb again = EmbeddedMariaDb.start(config);
                Connection own = connect(again, "registration", PASSWORD)) {
            assertThat(rows(own, "select name from business")).containsExactly("北京市朝阳区张记面馆");
        }
    }

    @Test
    void the_settings_are_safe_and_a_changed_password_replaces_the_old_one() throws Exception {
        MariaDbConfig config = MariaDbConfig.in(temporary, FreePort.choose());
        try (EmbeddedMariaDb server = EmbeddedMariaDb.start(config.withAccount("tax", "tax", "first-password"));
                Connection admin = server.administrator()) {
            assertThat(rows(admin, "select @@innodb_flush_log_at_trx_commit")).containsExactly("1");
            assertThat(rows(admin, "select @@bind_address")).containsExactly("127.0.0.1");
            assertThat(rows(admin, "select @@character_set_server")).containsExactly("utf8mb4");
            assertThat(rows(admin, "select @@collation_database")).containsExactly("utf8mb4_bin");
            assertThat(rows(admin, "select concat(user, '@', host) from mysql.user order by 1"))
                    .containsExactly("mariadb.sys@localhost", "root@127.0.0.1", "tax@127.0.0.1");
        }
        try (EmbeddedMariaDb server = EmbeddedMariaDb.start(config.withAccount("tax", "tax", "second-password"))) {
            connect(server, "tax", "second-password").close();
            assertThatThrownBy(() -> connect(server, "tax", "first-password")).hasMessageContaining("denied");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temporary.resolve("start.sql"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_taken_port_is_told_with_the_reason() {
        MariaDbConfig first = MariaDbConfig.in(temporary.resolve("a"), FreePort.choose());
        try (EmbeddedMariaDb server = EmbeddedMariaDb.start(first)) {
            MariaDbConfig second = MariaDbConfig.in(temporary.resolve("b"), server.port());
            assertThatThrownBy(() -> EmbeddedMariaDb.start(second))
                    .hasMessageContaining("port " + server.port())
                    .hasMessageContaining("Address already in use");
        }
    }

    @Test
    void a_server_that_starts_leaves_the_temporary_tables_of_another_alone() throws SQLException {
        try (EmbeddedMariaDb first =
                        EmbeddedMariaDb.start(MariaDbConfig.in(temporary.resolve("a"), FreePort.choose()));
                Connection admin = first.administrator()) {
            execute(admin, "create temporary table mysql.night (day int) engine=aria");
            execute(admin, "insert into mysql.night values (1)");
            EmbeddedMariaDb.start(MariaDbConfig.in(temporary.resolve("b"), FreePort.choose()))
                    .close();
            assertThat(rows(admin, "select day from mysql.night")).containsExactly("1");
            execute(admin, "drop temporary table mysql.night");
        }
    }

    @Test
    void a_password_that_could_end_its_statement_is_refused() {
        assertThatThrownBy(() -> new MariaDbAccount("tax", "tax", "x'; drop database tax; --"))
                .hasMessageContaining("a password is");
    }

    private static Connection connect(EmbeddedMariaDb server, String account, String password) throws SQLException {
        return DriverManager.getConnection(server.url(account), account, password);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> rows(Connection connection, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }
}
