package io.hutong.messaging.sealing;

import io.hutong.messaging.ManyRows;
import io.hutong.messaging.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The table {@code key_pending}: key records on their way to the key topic. */
final class PendingKeyTable {
    private static final ManyRows NEW =
            ManyRows.of("insert into key_pending(kid, recipient, wrapped) values", "(?,?,from_base64(?))");

    private final DataSource dataSource;

    PendingKeyTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** One waiting record and its place in the line. */
    record Waiting(long seq, KeyRecord key) {}

    void add(List<KeyRecord> keys) {
        try (Connection connection = dataSource.getConnection()) {
            NEW.write(connection, keys, (insert, first, key) -> {
                insert.setString(first, key.kid().toString());
                insert.setString(first + 1, key.recipient());
                insert.setString(first + 2, Sql.base64(key.wrapped()));
            });
        } catch (SQLException e) {
            throw new KeyStoreFailure("cannot queue key records", e);
        }
    }

    List<Waiting> oldest(int limit) {
        String sql = "select seq, kid, recipient, wrapped from key_pending order by seq limit ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setInt(1, limit);
            List<Waiting> waiting = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    byte @Nullable [] wrapped = rows.getBytes(4);
                    KeyRecord key = new KeyRecord(KeyId.parse(rows.getString(2)), rows.getString(3), wrapped);
                    waiting.add(new Waiting(rows.getLong(1), key));
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
