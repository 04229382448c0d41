package io.hutong.registration.register.adapter;

import io.hutong.identity.BizId;
import io.hutong.identity.ChangeId;
import io.hutong.registration.register.RegisterEntry;
import io.hutong.registration.register.RegisterHistory;
import io.hutong.registration.register.RegisterLog;
import io.hutong.registration.register.StatePatch;
import io.hutong.registration.shared.storage.StoredJson;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

@ApplicationScoped
class JpaRegisterLog implements RegisterLog, PanacheRepositoryBase<RegisterEntryRow, String> {
    private final StoredJson json;

    JpaRegisterLog(StoredJson json) {
        this.json = json;
    }

    @Override
    public void append(RegisterEntry entry) {
        RegisterEntryRow row = new RegisterEntryRow();
        row.changeId = entry.changeId().value();
        row.bizId = entry.bizId().value();
        row.version = entry.version();
        row.kind = entry.kind();
        row.effectiveOn = entry.effectiveOn();
        row.recordedAt = entry.recordedAt();
        row.recordedBy = entry.recordedBy();
        row.before = json.write(entry.before());
        row.after = json.write(entry.after());
        persist(row);
    }

    @Override
    public RegisterHistory of(BizId bizId) {
        return new RegisterHistory(
                find("bizId", bizId.value()).stream().map(this::entry).toList());
    }

    @Override
    public Optional<BizId> businessOf(ChangeId id) {
        return findByIdOptional(id.value()).map(row -> BizId.of(row.bizId));
    }

    @Override
    public void annul(ChangeId id, ChangeId by, Instant at) {
        RegisterEntryRow row = findById(id.value());
        if (row == null) {
            throw new IllegalStateException("the change to be annulled is not there");
        }
        row.annulledBy = by.value();
        row.annulledAt = at;
    }

    private RegisterEntry entry(RegisterEntryRow row) {
        return new RegisterEntry(
                BizId.of(row.bizId),
                row.version,
                ChangeId.of(row.changeId),
                row.kind,
                row.effectiveOn,
                row.recordedAt,
                row.recordedBy,
                json.read(row.before, StatePatch.class),
                json.read(row.after, StatePatch.class),
                row.annulledBy == null
                        ? null
                        : new RegisterEntry.Annulled(ChangeId.of(row.annulledBy), row.annulledAt));
    }
}
