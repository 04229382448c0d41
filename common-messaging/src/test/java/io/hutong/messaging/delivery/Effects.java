package io.hutong.messaging.delivery;

import io.hutong.identity.BizId;
import io.hutong.messaging.Envelope;
import io.hutong.messaging.Sql;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What a listener did: one row per event taken, in the transaction that takes it. */
@Singleton
public class Effects {
    private final DataSource dataSource;

    Effects(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public void write(Envelope envelope) {
        Sql.call(dataSource, "write an effect", connection -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into effect(biz_id, epoch, version) values (?,?,?)")) {
                insert.setString(1, envelope.subject().value());
                insert.setInt(2, envelope.position().epoch());
                insert.setLong(3, envelope.position().version());
                return insert.executeUpdate();
            }
        });
    }

    /** Versions taken of this business, in the order in which they were. */
    public List<Long> of(BizId bizId) {
        return Sql.call(dataSource, "read effects", connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement("select version from effect where biz_id = ? order by seq")) {
                query.setString(1, bizId.value());
                List<Long> versions = new ArrayList<>();
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        versions.add(rows.getLong(1));
                    }
                }
                return versions;
            }
        });
    }

    /** How many streams of a source stand still. */
    public long parked(String source) {
        return Sql.call(dataSource, "count parked streams", connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement("select count(*) from parked_stream where source = ?")) {
                query.setString(1, source);
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    /** Why a stream stands still; empty when it does not. */
    public String parkedBecause(BizId bizId) {
        return Sql.call(dataSource, "read the cause", connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement("select cause from parked_stream where biz_id = ?")) {
                query.setString(1, bizId.value());
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? row.getString(1) : "";
                }
            }
        });
    }
}
