package io.hutong.messaging.relay;

import io.hutong.messaging.Sql;
import io.hutong.messaging.outbox.Lanes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Which lanes this relay may send: lease rows on the database's clock, shared fairly among the relays that live. Each
 * change of hands raises the lane's fencing number.
 */
final class LaneLeases {
    private final DataSource dataSource;
    private final String owner;
    private final long leaseMicros;
    private volatile Set<Integer> held = Set.of();

    LaneLeases(DataSource dataSource, String owner, Duration lease) {
        this.dataSource = dataSource;
        this.owner = owner;
        this.leaseMicros = lease.toNanos() / 1_000;
    }

    private record Lane(int number, @Nullable String owner, boolean expired) {}

    /** The lanes held after the last change, for eyes and ears: every statement asks the database again. */
    Set<Integer> held() {
        return held;
    }

    /** Keeps what is held, and says that this relay lives. May run with sends under way. */
    void renew() {
        Sql.call(dataSource, "renew lanes", connection -> {
            update(
                    connection,
                    "insert into relay(owner, seen_at) values (?, utc_timestamp(6))"
                            + " on duplicate key update seen_at = utc_timestamp(6)",
                    owner);
            return update(
                    connection,
                    "update relay_lane set until_at = utc_timestamp(6) + interval ? microsecond where owner = ?",
                    leaseMicros,
                    owner);
        });
    }

    /** Renews, then takes free lanes up to the fair share or gives back what exceeds it. Never with sends under way. */
    void share() {
        renew();
        Sql.call(dataSource, "share lanes", connection -> {
            int share = (Lanes.ALL + living(connection) - 1) / living(connection);
            Set<Integer> mine = new TreeSet<>();
            List<Integer> free = new ArrayList<>();
            for (Lane lane : lanes(connection)) {
                if (owner.equals(lane.owner())) {
                    mine.add(lane.number());
                } else if (lane.owner() == null || lane.expired()) {
                    free.add(lane.number());
                }
            }
            take(connection, free, mine, share);
            giveBack(connection, mine, share);
            held = Set.copyOf(mine);
            return mine;
        });
    }

    /** Gives everything back, so that others need not wait for the lease to end. */
    void release() {
        Sql.call(dataSource, "release lanes", connection -> {
            update(
                    connection,
                    "update relay_lane set owner = null, until_at = utc_timestamp(6) where owner = ?",
                    owner);
            held = Set.of();
            return update(connection, "delete from relay where owner = ?", owner);
        });
    }

    private void take(Connection connection, List<Integer> free, Set<Integer> mine, int share) throws SQLException {
        for (int lane : free) {
            if (mine.size() < share && takeOne(connection, lane)) {
                mine.add(lane);
            }
        }
    }

    private boolean takeOne(Connection connection, int lane) throws SQLException {
        String sql = "update relay_lane set owner = ?, fencing = fencing + 1,"
                + " until_at = utc_timestamp(6) + interval ? microsecond"
                + " where lane = ? and (owner is null or until_at < utc_timestamp(6))";
        return update(connection, sql, owner, leaseMicros, lane) == 1;
    }

    private void giveBack(Connection connection, Set<Integer> mine, int share) throws SQLException {
        for (int lane : List.copyOf(mine)) {
            if (mine.size() > share) {
                update(
                        connection,
                        "update relay_lane set owner = null, until_at = utc_timestamp(6) where lane = ? and owner = ?",
                        lane,
                        owner);
                mine.remove(lane);
            }
        }
    }

    private int living(Connection connection) throws SQLException {
        String sql = "select count(*) from relay where seen_at > utc_timestamp(6) - interval ? microsecond";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, leaseMicros);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return Math.max(1, row.getInt(1));
            }
        }
    }

    private static List<Lane> lanes(Connection connection) throws SQLException {
        String sql = "select lane, owner, until_at < utc_timestamp(6) from relay_lane order by lane";
        List<Lane> lanes = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                lanes.add(new Lane(rows.getInt(1), rows.getString(2), rows.getBoolean(3)));
            }
        }
        return lanes;
    }

    private static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
