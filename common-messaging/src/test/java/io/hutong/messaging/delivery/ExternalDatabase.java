package io.hutong.messaging.delivery;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A fresh database on the server that {@code HUTONG_TEST_DB_URL} names, with its administrator's account. */
record ExternalDatabase(String administratorUrl, String name) implements AutoCloseable {

    static ExternalDatabase create(String administratorUrl) {
        ExternalDatabase database = new ExternalDatabase(
                administratorUrl, "delivery_" + ProcessHandle.current().pid());
        database.execute("create database " + database.name + " character set utf8mb4");
        return database;
    }

    /** The URL carries user and password. */
    Map<String, String> config() {
        int query = administratorUrl.indexOf('?');
        String server = query < 0 ? administratorUrl : administratorUrl.substring(0, query);
        String options = query < 0 ? "" : administratorUrl.substring(query);
        String base = server.substring(0, server.indexOf('/', "jdbc:mysql://".length()) + 1);
        return Map.of("quarkus.datasource.jdbc.url", base + name + options);
    }

    @Override
    public void close() {
        execute("drop database " + name);
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(administratorUrl);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("the test database server refused", e);
        }
    }
}
