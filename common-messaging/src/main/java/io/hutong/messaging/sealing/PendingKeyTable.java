package io.hutong.messaging.sealing;

import io.hutong.messaging.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The table {@code key_pending}: key records on their way to the key topic; most are wrapped only when they are sent. */
final class PendingKeyTable {
    private final DataSource dataSource;

    PendingKeyTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** One waiting record, its place in the line, and the sender's own record of the key (null when it has none). */
    record Waiting(long seq, KeyRecord key, @Nullable KeyRecord own) {}

    void add(List<KeyRecord> keys) {
        String sql = "insert into key_pending(kid, recipient, wrapped) values(?,?,from_base64(?))";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            for (KeyRecord key : keys) {
                insert.setString(1, key.kid().toString());
                insert.setString(2, key.recipient());
                insert.setString(3, Sql.base64(key.wrapped()));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new KeyStoreFailure("cannot queue key records", e);
        }
    }

    List<Waiting> oldest(int limit, String service) {
        String sql =
                "select p.seq, p.kid, p.recipient, p.wrapped, own.recipient, own.wrapped from (select seq, kid, recipient,"
                        + " wrapped from key_pending order by seq limit ?) p"
                        + " left join data_key own on own.kid = p.kid and own.recipient = ? order by p.seq";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setInt(1, limit);
            query.setString(2, service);
            List<Waiting> waiting = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    KeyId kid = KeyId.parse(rows.getString(2));
                    KeyRecord key = new KeyRecord(kid, rows.getString(3), rows.getBytes(4));
                    KeyRecord own = rows.getString(5) == null ? null : new KeyRecord(kid, service, rows.getBytes(6));
                    waiting.add(new Waiting(rows.getLong(1), key, own));
                }
            }
            return waiting;
        } catch (SQLException e) {
            throw new KeyStoreFailure("cannot read waiting key records", e);
        }
    }

    void delete(List<Long> seqs) {
        if (seqs.isEmpty()) {
            return;
        }
        // One statement: a batch of deletes goes to the server as single ones.
        String sql = "delete from key_pending where seq in (" + Sql.marks(seqs.size()) + ")";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement(sql)) {
            for (int i = 0; i < Sql.rounded(seqs.size()); i++) {
                delete.setLong(i + 1, seqs.get(Math.min(i, seqs.size() - 1)));
            }
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new KeyStoreFailure("cannot delete waiting key records", e);
        }
    }
}
