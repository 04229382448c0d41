package io.hutong.messaging.sealing;

import io.hutong.messaging.ManyRows;
import io.hutong.messaging.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The table {@code received_key}: data keys that other services wrapped for this one. */
final class ReceivedKeys {
    private static final ManyRows NEWEST = new ManyRows(
            "insert into received_key(kid, wrapped) values",
            "(?,from_base64(?))",
            "on duplicate key update wrapped = case when wrapped is null then null else values(wrapped) end");

    private final DataSource dataSource;

    ReceivedKeys(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    Optional<KeyRecord> find(KeyId kid, String service) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select wrapped from received_key where kid = ?")) {
            query.setString(1, kid.toString());
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(new KeyRecord(kid, service, rows.getBytes(1))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new KeyStoreFailure("cannot read received keys", e);
        }
    }

    List<KeyRecord> findAll(Collection<KeyId> kids, String service) {
        List<KeyRecord> found = new ArrayList<>();
        List<KeyId> asked = List.copyOf(kids);
        if (asked.isEmpty()) {
            return found;
        }
        String sql = "select kid, wrapped from received_key where kid in (" + Sql.marks(asked.size()) + ")";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < Sql.rounded(asked.size()); i++) {
                query.setString(i + 1, asked.get(Math.min(i, asked.size() - 1)).toString());
            }
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(new KeyRecord(KeyId.parse(rows.getString(1)), service, rows.getBytes(2)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new KeyStoreFailure("cannot read received keys", e);
        }
    }

    /** The newest record of a kid wins, except that an erased key never comes back. */
    void store(List<KeyRecord> records) {
        try (Connection connection = dataSource.getConnection()) {
            NEWEST.write(connection, records, (upsert, first, key) -> {
                upsert.setString(first, key.kid().toString());
                upsert.setString(first + 1, Sql.base64(key.wrapped()));
            });
        } catch (SQLException e) {
            throw new KeyStoreFailure("cannot store received keys", e);
        }
    }
}
