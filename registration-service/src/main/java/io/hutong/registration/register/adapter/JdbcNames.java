package io.hutong.registration.register.adapter;

import io.hutong.events.Registrar;
import io.hutong.identity.BizId;
import io.hutong.messaging.Sql;
import io.hutong.registration.register.NameForm;
import io.hutong.registration.register.Names;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Claims by the primary key of the name, in the caller's transaction: whoever comes second waits for the first. Nothing
 * here reads what the session holds, so nothing of it is written early.
 */
@ApplicationScoped
class JdbcNames implements Names {
    private static final String CLAIM = "insert into business_name(registrar_division, normalised_name, biz_id)"
            + " values(?, ?, ?) on duplicate key update biz_id = biz_id";
    private static final String HELD =
            "select biz_id from business_name where registrar_division = ? and normalised_name in (";

    private final EntityManager database;
    private final DataSource dataSource;

    JdbcNames(EntityManager database, DataSource dataSource) {
        this.database = database;
        this.dataSource = dataSource;
    }

    @Override
    public boolean claim(Registrar registrar, String name, BizId by) {
        // an update in vain takes the exclusive lock at once and raises no error that would spoil the session
        database.createNativeQuery("insert into business_name(registrar_division, normalised_name, biz_id)"
                        + " values(?1, ?2, ?3) on duplicate key update biz_id = biz_id")
                .setParameter(1, registrar.division().value())
                .setParameter(2, NameForm.normalised(name))
                .setParameter(3, by.value())
                .setFlushMode(FlushModeType.COMMIT)
                .executeUpdate();
        Object holder = database.createNativeQuery("select biz_id from business_name"
                        + " where registrar_division = ?1 and normalised_name = ?2 for update")
                .setParameter(1, registrar.division().value())
                .setParameter(2, NameForm.normalised(name))
                .setFlushMode(FlushModeType.COMMIT)
                .getSingleResult();
        return by.value().equals(holder);
    }

    @Override
    public Set<BizId> claim(List<Claim> claims) {
        // in the order of the key, so that two loads do not wait for each other
        SortedMap<String, SortedMap<String, BizId>> byDivision = new TreeMap<>();
        for (Claim claim : claims) {
            byDivision
                    .computeIfAbsent(claim.registrar().division().value(), division -> new TreeMap<>())
                    .putIfAbsent(NameForm.normalised(claim.name()), claim.by());
        }
        Set<BizId> granted = new HashSet<>();
        byDivision.forEach((division, names) -> granted.addAll(Sql.call(dataSource, "claim names", connection -> {
            insert(connection, division, names);
            return holders(connection, division, List.copyOf(names.keySet()));
        })));
        return granted;
    }

    private static void insert(Connection connection, String division, SortedMap<String, BizId> names)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(CLAIM)) {
            for (Map.Entry<String, BizId> name : names.entrySet()) {
                insert.setString(1, division);
                insert.setString(2, name.getKey());
                insert.setString(3, name.getValue().value());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Among them those of a claim just made: an identity is new and held nothing before. */
    private static Set<BizId> holders(Connection connection, String division, List<String> names) throws SQLException {
        Set<BizId> holders = new HashSet<>();
        try (PreparedStatement query = connection.prepareStatement(HELD + Sql.marks(names.size()) + ") for update")) {
            query.setString(1, division);
            for (int i = 0; i < Sql.rounded(names.size()); i++) {
                query.setString(i + 2, names.get(Math.min(i, names.size() - 1)));
            }
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    holders.add(BizId.of(rows.getString(1)));
                }
            }
        }
        return holders;
    }

    @Override
    public void release(Registrar registrar, String name, BizId by) {
        database.createNativeQuery("delete from business_name"
                        + " where registrar_division = ?1 and normalised_name = ?2 and biz_id = ?3")
                .setParameter(1, registrar.division().value())
                .setParameter(2, NameForm.normalised(name))
                .setParameter(3, by.value())
                .setFlushMode(FlushModeType.COMMIT)
                .executeUpdate();
    }
}
