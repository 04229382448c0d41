package io.hutong.tax.clearance.adapter;

import io.hutong.events.CertificatePurpose;
import io.hutong.identity.BizId;
import io.hutong.identity.ChangeId;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.EventId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.tax.clearance.ClearanceRequest;
import io.hutong.tax.clearance.ClearanceRequests;
import io.hutong.tax.clearance.Hold;
import io.hutong.tax.receipt.Cause;
import io.hutong.tax.shared.storage.JsonColumns;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JpaClearanceRequests implements ClearanceRequests, PanacheRepositoryBase<RequestRow, String> {
    private static final String OPEN = ClearanceRequest.State.OPEN.name();

    private final JsonColumns json;

    JpaClearanceRequests(JsonColumns json) {
        this.json = json;
    }

    @Override
    public Optional<BizId> businessOf(ChangeId changeId) {
        return getEntityManager()
                .createQuery("select r.bizId from RequestRow r where r.changeId = ?1", String.class)
                .setParameter(1, changeId.value())
                .getResultStream()
                .findFirst()
                .map(BizId::of);
    }

    @Override
    public Optional<ClearanceRequest> find(ChangeId changeId) {
        return findByIdOptional(changeId.value()).map(this::request);
    }

    @Override
    public List<ClearanceRequest> openOf(BizId bizId) {
        return list("bizId = ?1 and state = ?2 order by receivedAt, changeId", bizId.value(), OPEN).stream()
                .map(this::request)
                .toList();
    }

    @Override
    public List<BizId> businessesWithOpen(@Nullable BizId last, int limit) {
        return getEntityManager()
                .createQuery(
                        "select distinct r.bizId from RequestRow r where r.state = ?1 and r.bizId > ?2 order by r.bizId",
                        String.class)
                .setParameter(1, OPEN)
                .setParameter(2, last == null ? "" : last.value())
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(BizId::of)
                .toList();
    }

    @Override
    public Set<BizId> withOpen(Set<BizId> among) {
        if (among.isEmpty()) {
            return Set.of();
        }
        return getEntityManager()
                .createQuery(
                        "select distinct r.bizId from RequestRow r where r.bizId in ?1 and r.state = ?2", String.class)
                .setParameter(1, among.stream().map(BizId::value).toList())
                .setParameter(2, OPEN)
                .getResultList()
                .stream()
                .map(BizId::of)
                .collect(Collectors.toSet());
    }

    @Override
    public List<ClearanceRequest> page(ClearanceRequest.State state, @Nullable Place after, int limit) {
        return (after == null
                        ? find("state = ?1 order by receivedAt, changeId", state.name())
                        : find(
                                "state = ?1 and (receivedAt > ?2 or receivedAt = ?2 and changeId > ?3)"
                                        + " order by receivedAt, changeId",
                                state.name(),
                                after.receivedAt(),
                                after.changeId().value()))
                .page(0, limit).list().stream().map(this::request).toList();
    }

    @Override
    public void add(ClearanceRequest request) {
        RequestRow row = new RequestRow();
        row.changeId = request.changeId().value();
        fill(row, request);
        persist(row);
    }

    @Override
    public void save(ClearanceRequest request) {
        fill(findById(request.changeId().value()), request);
    }

    private void fill(RequestRow row, ClearanceRequest request) {
        Cause cause = request.cause();
        EventId eventId = cause.eventId();
        row.bizId = cause.bizId().value();
        row.tenureId = request.tenureId().value();
        row.purpose = request.purpose().name();
        row.division = cause.division().value();
        row.correlationId = cause.correlationId().toString();
        row.eventId = eventId == null ? null : eventId.value();
        row.occurredAt = cause.occurredAt();
        row.effectiveAt = cause.effectiveAt();
        row.state = request.state().name();
        row.receivedAt = request.receivedAt();
        row.stateSince = request.stateSince();
        row.hold = request.hold() == null ? null : json.write(request.hold());
        row.explanation = request.explanation();
        row.note = json.encryptText(request.note(), RequestRow.NOTE);
    }

    private ClearanceRequest request(RequestRow row) {
        Cause cause = new Cause(
                BizId.of(row.bizId),
                DivisionCode.of(row.division),
                UUID.fromString(row.correlationId),
                row.eventId == null ? null : EventId.of(row.eventId),
                row.occurredAt,
                row.effectiveAt);
        return new ClearanceRequest(
                ChangeId.of(row.changeId),
                OperatorTenureId.of(row.tenureId),
                CertificatePurpose.valueOf(row.purpose),
                cause,
                ClearanceRequest.State.valueOf(row.state),
                row.receivedAt,
                row.stateSince,
                row.hold == null ? null : json.read(row.hold, Hold.class),
                row.explanation,
                json.text(row.note, RequestRow.NOTE));
    }
}
