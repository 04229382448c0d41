package io.hutong.registration.duty.adapter;

import io.hutong.events.ChangeKind;
import io.hutong.identity.BizId;
import io.hutong.identity.ChangeId;
import io.hutong.registration.duty.ChangeState;
import io.hutong.registration.duty.TimelineEntry;
import io.hutong.registration.duty.TrackedChange;
import io.hutong.registration.duty.TrackedChanges;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.FlushModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JpaTrackedChanges implements TrackedChanges, PanacheRepositoryBase<TrackedChangeRow, String> {
    private final TrackedChangeMapping mapping;

    JpaTrackedChanges(TrackedChangeMapping mapping) {
        this.mapping = mapping;
    }

    @Override
    public Optional<TrackedChange> find(ChangeId id) {
        return findByIdOptional(id.value()).map(mapping::change);
    }

    @Override
    public Optional<BizId> businessOf(ChangeId id) {
        return getEntityManager()
                .createQuery("select bizId from TrackedChangeRow where changeId = ?1", String.class)
                .setParameter(1, id.value())
                .getResultStream()
                .findFirst()
                .map(BizId::of);
    }

    @Override
    public void expect(Collection<ChangeId> ids) {
        // the persistence context keeps them; a list would be a copy for nobody
        getEntityManager()
                .createQuery(
                        "from TrackedChangeRow c left join fetch c.duties where c.changeId in ?1",
                        TrackedChangeRow.class)
                .setParameter(1, ids.stream().map(ChangeId::value).toList())
                .getResultList();
    }

    @Override
    public void add(TrackedChange change) {
        TrackedChangeRow row = mapping.newRow(change);
        append(row, change.news());
        persist(row);
    }

    @Override
    public void save(TrackedChange change) {
        TrackedChangeRow row = findById(change.changeId().value());
        if (row == null) {
            throw new IllegalStateException("the change to be saved is not there");
        }
        mapping.copy(change, row);
        append(row, change.news());
    }

    private void append(TrackedChangeRow row, List<TimelineEntry> news) {
        for (TimelineEntry entry : news) {
            row.news++;
            getEntityManager().persist(mapping.timelineRow(row.changeId, row.news, entry));
        }
    }

    @Override
    public List<TimelineEntry> timeline(ChangeId id) {
        return getEntityManager()
                .createQuery("from TimelineRow where changeId = ?1 order by seq", TimelineRow.class)
                .setParameter(1, id.value())
                .getResultStream()
                .map(row -> new TimelineEntry(row.at, row.agency, row.what, row.detail))
                .toList();
    }

    @Override
    public Optional<TrackedChange> waiting(BizId bizId) {
        // asked for each event of a batch: what this transaction knows better than the database is seen without writing
        // it
        return getEntityManager()
                .createQuery("from TrackedChangeRow where bizId = ?1 and state in ?2", TrackedChangeRow.class)
                .setParameter(1, bizId.value())
                .setParameter(2, List.of(ChangeState.AWAITING_TAX_CLEARANCE, ChangeState.AWAITING_CONDITIONS))
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .map(mapping::change)
                .filter(TrackedChange::waiting)
                .findFirst();
    }

    @Override
    public List<Waiting> awaitingConditions(@Nullable ChangeId after, int limit) {
        return getEntityManager()
                .createQuery(
                        "select changeId, bizId from TrackedChangeRow where state = ?1 and kind = ?2 and changeId > ?3"
                                + " order by changeId",
                        Object[].class)
                .setParameter(1, ChangeState.AWAITING_CONDITIONS)
                .setParameter(2, ChangeKind.OPERATOR)
                .setParameter(3, after == null ? "" : after.value())
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> new Waiting(ChangeId.of((String) row[0]), BizId.of((String) row[1])))
                .toList();
    }

    @Override
    public List<TrackedChange> divergent(@Nullable ChangeId after, int limit) {
        return find("divergent = true and changeId > ?1 order by changeId", after == null ? "" : after.value())
                .page(0, limit)
                .stream()
                .map(mapping::change)
                .toList();
    }

    @Override
    public List<TrackedChange> operatorChanges(Filter filter, @Nullable ChangeId after, int limit) {
        StringBuilder where = new StringBuilder("kind in :kinds and changeId > :after");
        Parameters values = Parameters.with("kinds", List.of(ChangeKind.OPERATOR, ChangeKind.OPERATOR_NAME))
                .and("after", after == null ? "" : after.value());
        // built, not "… or parameter is null": so that each filter finds its index
        if (filter.state() != null) {
            where.append(" and state = :state");
            values.and("state", filter.state());
        }
        if (filter.divergent() != null) {
            where.append(" and divergent = :divergent");
            values.and("divergent", filter.divergent());
        }
        return find(where + " order by changeId", values).page(0, limit).stream()
                .map(mapping::change)
                .toList();
    }
}
