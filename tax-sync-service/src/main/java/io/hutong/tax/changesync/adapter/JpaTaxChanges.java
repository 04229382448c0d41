package io.hutong.tax.changesync.adapter;

import io.hutong.events.Block;
import io.hutong.events.TaxEvent.ChangeCompleted.Mode;
import io.hutong.events.TaxEvent.ChangeRefused.Reason;
import io.hutong.identity.BizId;
import io.hutong.identity.ChangeId;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.EventId;
import io.hutong.identity.TextValue;
import io.hutong.tax.changesync.TaxChange;
import io.hutong.tax.changesync.TaxChange.Progress;
import io.hutong.tax.changesync.TaxChanges;
import io.hutong.tax.clearance.Hold;
import io.hutong.tax.receipt.Cause;
import io.hutong.tax.shared.storage.JsonColumns;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JpaTaxChanges implements TaxChanges, PanacheRepositoryBase<ChangeRow, String> {
    private static final String WAITING = TaxChange.State.WAITING.name();

    private final ContentColumns contents;
    private final JsonColumns json;
    private final AbsentChanges absent;

    JpaTaxChanges(ContentColumns contents, JsonColumns json, AbsentChanges absent) {
        this.contents = contents;
        this.json = json;
        this.absent = absent;
    }

    @Override
    public Optional<BizId> businessOf(ChangeId id) {
        return getEntityManager()
                .createQuery("select c.bizId from ChangeRow c where c.id = ?1", String.class)
                .setParameter(1, id.value())
                .getResultStream()
                .findFirst()
                .map(BizId::of);
    }

    @Override
    public Optional<TaxChange> find(ChangeId id) {
        return absent.has(id) ? Optional.empty() : findByIdOptional(id.value()).map(this::change);
    }

    @Override
    public void expect(Collection<ChangeId> ids) {
        Set<String> found = list("id in ?1", ids.stream().map(ChangeId::value).toList()).stream()
                .map(row -> row.id)
                .collect(Collectors.toSet());
        ids.stream().filter(id -> !found.contains(id.value())).forEach(absent::note);
    }

    @Override
    public List<TaxChange> waiting(BizId bizId) {
        return list("bizId = ?1 and state = ?2 order by place", bizId.value(), WAITING).stream()
                .map(this::change)
                .toList();
    }

    @Override
    public List<TaxChange> notAllowed(BizId bizId) {
        List<ChangeRow> refused = list(
                "bizId = ?1 and state = ?2 and reason = ?3 and endedBy is null order by place",
                bizId.value(),
                TaxChange.State.REFUSED.name(),
                Reason.NOT_ALLOWED.name());
        if (refused.isEmpty()) {
            return List.of();
        }
        List<TaxChange> later = list(
                        "bizId = ?1 and state = ?2 and place > ?3 and kind in ?4 order by place",
                        bizId.value(),
                        TaxChange.State.APPLIED.name(),
                        refused.get(0).place,
                        refused.stream().map(row -> row.kind).distinct().toList())
                .stream()
                .map(this::change)
                .toList();
        return refused.stream()
                .map(this::change)
                .filter(change -> !change.madeGoodBy(later))
                .toList();
    }

    @Override
    public List<TaxChange> endedBy(BizId bizId, ChangeId by) {
        return list("bizId = ?1 and endedBy = ?2 order by place", bizId.value(), by.value()).stream()
                .map(this::change)
                .toList();
    }

    @Override
    public List<TaxChange> overtaken(BizId bizId) {
        return list(
                        "bizId = ?1 and state = ?2 and reason = ?3 order by place",
                        bizId.value(),
                        TaxChange.State.REFUSED.name(),
                        Reason.OVERTAKEN_BY_DEREGISTRATION.name())
                .stream()
                .map(this::change)
                .toList();
    }

    @Override
    public List<BizId> businessesWaiting(@Nullable BizId last, int limit) {
        return getEntityManager()
                .createQuery(
                        "select distinct c.bizId from ChangeRow c where c.state = ?1 and c.bizId > ?2 order by c.bizId",
                        String.class)
                .setParameter(1, WAITING)
                .setParameter(2, last == null ? "" : last.value())
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(BizId::of)
                .toList();
    }

    @Override
    public Set<BizId> withWaiting(Set<BizId> among) {
        if (among.isEmpty()) {
            return Set.of();
        }
        return getEntityManager()
                .createQuery(
                        "select distinct c.bizId from ChangeRow c where c.bizId in ?1 and c.state = ?2", String.class)
                .setParameter(1, among.stream().map(BizId::value).toList())
                .setParameter(2, WAITING)
                .getResultList()
                .stream()
                .map(BizId::of)
                .collect(Collectors.toSet());
    }

    @Override
    public List<TaxChange> held(HeldSearch search, int limit) {
        StringBuilder query = new StringBuilder("state = :state and heldSince is not null");
        Parameters parameters = Parameters.with("state", WAITING);
        if (search.reason() != null) {
            query.append(" and holdClasses like :reason");
            parameters.and("reason", "%," + search.reason().name() + ",%");
        }
        if (search.heldBefore() != null) {
            query.append(" and heldSince <= :before");
            parameters.and("before", search.heldBefore());
        }
        if (search.after() != null) {
            query.append(" and (heldSince > :since or heldSince = :since and id > :id)");
            parameters
                    .and("since", search.after().heldSince())
                    .and("id", search.after().id().value());
        }
        return find(query.append(" order by heldSince, id").toString(), parameters).page(0, limit).list().stream()
                .map(this::change)
                .toList();
    }

    @Override
    public void add(TaxChange change) {
        absent.forget(change.id());
        ChangeRow row = new ChangeRow();
        Cause cause = change.cause();
        row.id = change.id().value();
        row.bizId = cause.bizId().value();
        row.place = change.place();
        row.kind = change.content().kind().name();
        row.operator = contents.encrypt(change.content());
        row.division = cause.division().value();
        row.correlationId = cause.correlationId().toString();
        row.eventId = text(cause.eventId());
        row.occurredAt = cause.occurredAt();
        row.effectiveAt = cause.effectiveAt();
        row.receivedAt = change.receivedAt();
        fill(row, change);
        persist(row);
    }

    @Override
    public void save(TaxChange change) {
        fill(findById(change.id().value()), change);
    }

    private void fill(ChangeRow row, TaxChange change) {
        Progress progress = change.progress();
        row.content = contents.write(change.content());
        row.state = change.state().name();
        row.heldSince = progress.heldSince();
        Hold hold = progress.hold();
        row.hold = hold == null ? null : json.write(hold);
        row.holdClasses = hold == null ? null : classes(hold);
        row.explanation = progress.explanation();
        row.endedAt = progress.endedAt();
        row.mode = name(progress.mode());
        row.reason = name(progress.reason());
        row.endedBy = text(progress.endedBy());
        row.note = json.encryptText(progress.note(), ChangeRow.NOTE);
        row.followUps = progress.followUps().isEmpty() ? null : String.join(",", progress.followUps());
    }

    private TaxChange change(ChangeRow row) {
        return new TaxChange(
                ChangeId.of(row.id),
                contents.read(row.content, row.operator),
                cause(row),
                row.place,
                row.receivedAt,
                TaxChange.State.valueOf(row.state),
                progress(row));
    }

    private static Cause cause(ChangeRow row) {
        return new Cause(
                BizId.of(row.bizId),
                DivisionCode.of(row.division),
                UUID.fromString(row.correlationId),
                row.eventId == null ? null : EventId.of(row.eventId),
                row.occurredAt,
                row.effectiveAt);
    }

    private Progress progress(ChangeRow row) {
        return new Progress(
                row.heldSince,
                row.hold == null ? null : json.read(row.hold, Hold.class),
                row.explanation,
                row.endedAt,
                row.mode == null ? null : Mode.valueOf(row.mode),
                row.reason == null ? null : Reason.valueOf(row.reason),
                row.endedBy == null ? null : ChangeId.of(row.endedBy),
                json.text(row.note, ChangeRow.NOTE),
                row.followUps == null ? List.of() : List.of(row.followUps.split(",")));
    }

    private static String classes(Hold hold) {
        return hold.blocks().stream().map(Block::reason).map(Enum::name).collect(Collectors.joining(",", ",", ","));
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static @Nullable String text(@Nullable TextValue value) {
        return value == null ? null : value.value();
    }
}
