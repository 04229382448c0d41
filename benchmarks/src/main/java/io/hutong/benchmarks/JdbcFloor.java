package io.hutong.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What the database alone gives: transactions of one update and two inserts, the least that an accepted change must
 * write (state, log, pending), by plain JDBC against the same server with the same durability.
 */
final class JdbcFloor {
    private static final String PAYLOAD = "x".repeat(620);

    private final String url;

    JdbcFloor(String administratorUrl) {
        this.url = administratorUrl;
    }

    /** Transactions per second with this many connections. */
    double perSecond(int connections, Duration time) throws SQLException, InterruptedException, ExecutionException {
        prepare(connections);
        ExecutorService writers = Executors.newFixedThreadPool(connections);
        List<Callable<Long>> work = new ArrayList<>();
        long end = System.nanoTime() + time.toNanos();
        for (int i = 0; i < connections; i++) {
            int writer = i;
            work.add(() -> write(writer, end));
        }
        long transactions = 0;
        for (Future<Long> one : writers.invokeAll(work)) {
            transactions += one.get();
        }
        writers.shutdown();
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.createStatement().execute("drop database hutong_bench");
        }
        return transactions * 1e9 / time.toNanos();
    }

    private void prepare(int connections) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists hutong_bench");
            statement.execute("create database hutong_bench");
            statement.execute("create table hutong_bench.state(id int primary key, n bigint) engine=InnoDB");
            statement.execute("create table hutong_bench.log(id bigint auto_increment primary key, body text)");
            statement.execute("create table hutong_bench.pending(id bigint primary key, lane int)");
            for (int i = 0; i < connections; i++) {
                statement.execute("insert into hutong_bench.state values(" + i + ", 0)");
            }
        }
    }

    private long write(int writer, long end) throws SQLException {
        long transactions = 0;
        try (Connection connection =
                DriverManager.getConnection(url + "&useServerPrepStmts=true&cachePrepStmts=true")) {
            connection.setAutoCommit(false);
            try (PreparedStatement state =
                            connection.prepareStatement("update hutong_bench.state set n = n + 1 where id = ?");
                    PreparedStatement log =
                            connection.prepareStatement("insert into hutong_bench.log(body) values(?)");
                    PreparedStatement pending = connection.prepareStatement(
                            "insert into hutong_bench.pending values(last_insert_id(), ?)")) {
                while (System.nanoTime() < end) {
                    state.setInt(1, writer);
                    state.executeUpdate();
                    log.setString(1, PAYLOAD);
                    log.executeUpdate();
                    pending.setInt(1, writer);
                    pending.executeUpdate();
                    connection.commit();
                    transactions++;
                }
            }
        }
        return transactions;
    }
}
