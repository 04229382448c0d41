package io.hutong.messaging.sealing;

import io.hutong.events.Audience;
import io.hutong.identity.OperatorTenureId;
import io.hutong.messaging.ManyRows;
import io.hutong.messaging.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The table {@code data_key}: one row per key and recipient, the service itself always among them; no bytes = erased. */
final class DataKeyTable {
    private static final ManyRows NEW = ManyRows.of(
            "insert into data_key(kid, tenure_id, audience, recipient, wrapped) values", "(?,?,?,?,from_base64(?))");

    private final DataSource dataSource;

    DataKeyTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** This service's own copies of the keys of one tenure, by kid. */
    Map<String, KeyRecord> own(OperatorTenureId tenure, String service) {
        String sql = "select kid, wrapped from data_key where tenure_id = ? and recipient = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, tenure.value());
            query.setString(2, service);
            Map<String, KeyRecord> keys = new HashMap<>();
            records(query, service).forEach(key -> keys.put(key.kid().toString(), key));
            return keys;
        } catch (SQLException e) {
            throw new KeyStoreFailure("cannot read data keys", e);
        }
    }

    /** The same for many tenures; each is in the answer, though it may have no keys. */
    Map<OperatorTenureId, Map<String, KeyRecord>> own(Collection<OperatorTenureId> tenures, String service) {
        Map<OperatorTenureId, Map<String, KeyRecord>> found = new HashMap<>();
        tenures.forEach(tenure -> found.put(tenure, new HashMap<>()));
        List<OperatorTenureId> asked = List.copyOf(found.keySet());
        if (asked.isEmpty()) {
            return found;
        }
        String sql = "select kid, wrapped from data_key where tenure_id in (" + Sql.marks(asked.size())
                + ") and recipient = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            int marks = Sql.rounded(asked.size());
            for (int i = 0; i < marks; i++) {
                query.setString(i + 1, asked.get(Math.min(i, asked.size() - 1)).value());
            }
            query.setString(marks + 1, service);
            records(query, service)
                    .forEach(key -> found.computeIfAbsent(key.kid().tenure(), tenure -> new HashMap<>())
                            .put(key.kid().toString(), key));
            return found;
        } catch (SQLException e) {
            throw new KeyStoreFailure("cannot read data keys", e);
        }
    }

    /** Own copies of keys that the contract foresees for this recipient and that it has not got. */
    List<KeyRecord> notYetFor(String recipient, String service, int limit) {
        String audiences = Arrays.stream(Audience.values())
                .filter(audience -> audience.recipients().contains(recipient))
                .map(audience -> "'" + audience.name() + "'")
                .collect(Collectors.joining(","));
        if (audiences.isEmpty()) {
            return List.of();
        }
        String sql = "select o.kid, o.wrapped from data_key o left join data_key r on r.kid = o.kid and r.recipient = ?"
                + " where o.recipient = ? and o.wrapped is not null and r.kid is null and o.audience in (" + audiences
                + ") order by o.kid limit ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, recipient);
            query.setString(2, service);
            query.setInt(3, limit);
            return records(query, service);
        } catch (SQLException e) {
            throw new KeyStoreFailure("cannot read data keys", e);
        }
    }

    void insert(List<KeyRecord> keys) {
        try (Connection connection = dataSource.getConnection()) {
            NEW.write(connection, keys, DataKeyTable::set);
        } catch (SQLException e) {
            throw new KeyStoreFailure("cannot store data keys", e);
        }
    }

    /**
     * Clears the wrapped keys of all recipients, and leaves the mark of the service itself even where no key was.
     *
     * @return the recipients that had one
     */
    List<String> erase(KeyId kid, String service) {
        String clear = "update data_key set wrapped = null where kid = ?";
        String mark =
                "insert into data_key(kid, tenure_id, audience, recipient, wrapped) values(?,?,?,?,from_base64(?))"
                        + " on duplicate key update wrapped = null";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(clear);
                PreparedStatement insert = connection.prepareStatement(mark)) {
            update.setString(1, kid.toString());
            update.executeUpdate();
            set(insert, 1, new KeyRecord(kid, service, null));
            insert.executeUpdate();
            return recipientsOf(connection, kid);
        } catch (SQLException e) {
            throw new KeyStoreFailure("cannot erase data keys", e);
        }
    }

    private static void set(PreparedStatement insert, int first, KeyRecord key) throws SQLException {
        insert.setString(first, key.kid().toString());
        insert.setString(first + 1, key.kid().tenure().value());
        insert.setString(first + 2, key.kid().audience());
        insert.setString(first + 3, key.recipient());
        insert.setString(first + 4, Sql.base64(key.wrapped()));
    }

    private static List<String> recipientsOf(Connection connection, KeyId kid) throws SQLException {
        List<String> recipients = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("select recipient from data_key where kid = ?")) {
            query.setString(1, kid.toString());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    recipients.add(rows.getString(1));
                }
            }
        }
        return recipients;
    }

    private static List<KeyRecord> records(PreparedStatement query, String service) throws SQLException {
        List<KeyRecord> keys = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                keys.add(new KeyRecord(KeyId.parse(rows.getString(1)), service, rows.getBytes(2)));
            }
        }
        return keys;
    }
}
