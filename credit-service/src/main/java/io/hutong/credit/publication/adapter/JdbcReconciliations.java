package io.hutong.credit.publication.adapter;

import io.hutong.credit.publication.Reconciliations;
import io.hutong.credit.shared.storage.JsonTexts;
import io.hutong.messaging.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class JdbcReconciliations implements Reconciliations {
    private final Database database;
    private final JsonTexts json;

    JdbcReconciliations(Database database, JsonTexts json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public void put(Reconciliation done) {
        database.update(
                "replace into reconciliation(platform, at, compared, differences, unknown) values (?,?,?,?,?)",
                done.platform(),
                done.at(),
                done.compared(),
                json.write(done.differences()),
                json.write(done.unknown()));
    }

    @Override
    public Optional<Reconciliation> of(String platform) {
        return database.first(
                "select at, compared, differences, unknown from reconciliation where platform = ?",
                row -> new Reconciliation(
                        platform,
                        Database.moment(row, "at"),
                        row.getInt("compared"),
                        ids(row.getString("differences")),
                        ids(row.getString("unknown"))),
                platform);
    }

    private List<UUID> ids(String column) {
        return json.texts(column).stream().map(UUID::fromString).toList();
    }
}
