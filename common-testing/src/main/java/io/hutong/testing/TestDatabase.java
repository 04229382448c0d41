package io.hutong.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/** A fresh database on the test server and the account that may use it and nothing else. */
public final class TestDatabase implements AutoCloseable {
    private static final String OPTIONS = "connectionTimeZone=UTC";

    private final String administratorUrl;
    private final String name;
    private final String password;

    private TestDatabase(String administratorUrl, String name, String password) {
        this.administratorUrl = administratorUrl;
        this.name = name;
        this.password = password;
    }

    public static TestDatabase create(TestServers servers, String service) {
        String random = UUID.randomUUID().toString().replace("-", "");
        String name = "t_" + service.replace('-', '_') + "_" + random.substring(0, 8);
        TestDatabase database = new TestDatabase(servers.administratorUrl(), name, "Pw-" + random);
        database.execute(
                "create database " + name + " character set utf8mb4",
                "create user '" + name + "'@'%' identified by '" + database.password + "'",
                "grant all privileges on " + name + ".* to '" + name + "'@'%'");
        return database;
    }

    /** JDBC URL for the account. */
    public String url() {
        int from = administratorUrl.indexOf('/', "jdbc:mysql://".length());
        int query = administratorUrl.indexOf('?');
        String server = administratorUrl.substring(0, from);
        String kept = query < 0
                ? ""
                : Arrays.stream(administratorUrl.substring(query + 1).split("&"))
                        .filter(option -> !option.startsWith("user=") && !option.startsWith("password="))
                        .filter(option -> !OPTIONS.contains(option.split("=", 2)[0] + "="))
                        .map(option -> "&" + option)
                        .collect(Collectors.joining());
        return server + "/" + name + "?" + OPTIONS + kept;
    }

    public String user() {
        return name;
    }

    public String password() {
        return password;
    }

    /** A connection of the account, for tests that look into tables or lock rows. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), name, password);
    }

    /** The one number that a query gives. */
    public long number(String sql, Object... values) {
        try (Connection connection = connect()) {
            return number(connection, sql, values);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same, of what only an administrator of the server may see. */
    long numberAsAdministrator(String sql) {
        try (Connection connection = DriverManager.getConnection(administratorUrl)) {
            return number(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static long number(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                query.setObject(i + 1, values[i]);
            }
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Drops database and account. */
    @Override
    public void close() {
        execute("drop database if exists " + name, "drop user if exists '" + name + "'@'%'");
    }

    private void execute(String... statements) {
        try (Connection connection = DriverManager.getConnection(administratorUrl);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the test database server refused: " + e.getMessage(), e);
        }
    }
}
