package io.hutong.registration.operatorchange.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import io.hutong.events.Document;
import io.hutong.identity.ChangeId;
import io.hutong.messaging.ColumnCipher;
import io.hutong.registration.operatorchange.OperatorChangeRequest;
import io.hutong.registration.operatorchange.OperatorChanges;
import io.hutong.registration.operatorchange.Ruling;
import io.hutong.registration.shared.storage.StoredJson;
import io.hutong.rules.Explanation;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JpaOperatorChanges implements OperatorChanges, PanacheRepositoryBase<OperatorChangeRow, String> {
    private static final String REQUEST = "operator_change.request";

    private record Papers(List<Document> documents, Map<String, Boolean> promises) {}

    /** What an operator change rested on. */
    record Kept(JsonNode papers, JsonNode ruling, @Nullable JsonNode conditionsAgain) {}

    private final ColumnCipher cipher;
    private final StoredJson json;

    JpaOperatorChanges(ColumnCipher cipher, StoredJson json) {
        this.cipher = cipher;
        this.json = json;
    }

    @Override
    public void record(ChangeId id, OperatorChangeRequest request, Ruling ruling) {
        persist(row(id, request, ruling));
    }

    @Override
    public void await(ChangeId id, OperatorChangeRequest request, Ruling ruling) {
        OperatorChangeRow row = row(id, request, ruling);
        row.request = cipher.encrypt(json.write(request), REQUEST);
        persist(row);
    }

    @Override
    public OperatorChangeRequest waiting(ChangeId id) {
        OperatorChangeRow row = findById(id.value());
        if (row == null || row.request == null) {
            throw new IllegalStateException("no request waits under this change");
        }
        return json.read(cipher.decrypt(row.request, REQUEST), OperatorChangeRequest.class);
    }

    @Override
    public void keep(ChangeId id, Explanation conditions) {
        findById(id.value()).conditionsAgain = json.write(conditions);
    }

    @Override
    public void close(ChangeId id) {
        OperatorChangeRow row = findById(id.value());
        if (row != null) {
            row.request = null;
        }
    }

    /** Papers and ruling as they were stored, to be shown. */
    Optional<Kept> kept(ChangeId id) {
        return findByIdOptional(id.value())
                .map(row -> new Kept(
                        json.tree(row.papers),
                        json.tree(row.ruling),
                        row.conditionsAgain == null ? null : json.tree(row.conditionsAgain)));
    }

    private OperatorChangeRow row(ChangeId id, OperatorChangeRequest request, Ruling ruling) {
        OperatorChangeRow row = new OperatorChangeRow();
        row.changeId = id.value();
        row.papers = json.write(new Papers(request.documents(), request.promises()));
        row.ruling = json.write(ruling);
        return row;
    }
}
