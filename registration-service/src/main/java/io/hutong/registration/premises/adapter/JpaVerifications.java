package io.hutong.registration.premises.adapter;

import io.hutong.events.Address;
import io.hutong.events.AgencyCode;
import io.hutong.identity.BizId;
import io.hutong.identity.EventId;
import io.hutong.registration.premises.Verification;
import io.hutong.registration.premises.Verifications;
import io.hutong.registration.shared.storage.StoredJson;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JpaVerifications implements Verifications, PanacheRepositoryBase<VerificationRow, String> {
    private final StoredJson json;

    JpaVerifications(StoredJson json) {
        this.json = json;
    }

    @Override
    public void add(Verification verification) {
        VerificationRow row = new VerificationRow();
        row.verificationId = verification.id().toString();
        row.bizId = verification.bizId().value();
        row.premises = json.write(verification.premises());
        row.questionId = verification.asked().question().value();
        row.askedOf = verification.asked().of();
        row.askedBy = verification.asked().by();
        row.askedAt = verification.asked().at();
        row.dueOn = verification.asked().dueOn();
        persist(row);
    }

    @Override
    public void answer(Verification verification) {
        VerificationRow row = findById(verification.id().toString());
        Verification.Answer answer = verification.answer();
        if (row == null || answer == null) {
            throw new IllegalStateException("an answer needs its question");
        }
        row.result = answer.result();
        row.verifiedOn = answer.verifiedOn();
        row.answeredBy = answer.by().value();
        row.answeredAt = answer.at();
        row.late = answer.late();
    }

    @Override
    public Optional<Verification> find(UUID id) {
        return findByIdOptional(id.toString()).map(this::verification);
    }

    @Override
    public Optional<Verification> askedBy(EventId question) {
        return find("questionId", question.value()).firstResultOptional().map(this::verification);
    }

    @Override
    public boolean isOpen(BizId bizId, Address premises) {
        return find("bizId = ?1 and result is null", bizId.value()).stream()
                .map(this::verification)
                .anyMatch(open -> open.premises().equals(premises));
    }

    @Override
    public List<Verification> open(@Nullable LocalDate dueBefore, String after, int limit) {
        Parameters values = Parameters.with("after", after);
        String due = "";
        // built, not "… or parameter is null": so that the open ones are found by their index
        if (dueBefore != null) {
            due = " and dueOn < :due";
            values.and("due", dueBefore);
        }
        return find("result is null and verificationId > :after" + due + " order by verificationId", values)
                .page(0, limit)
                .stream()
                .map(this::verification)
                .toList();
    }

    @Override
    public List<Verification> of(BizId bizId) {
        return find("bizId = ?1 order by verificationId desc", bizId.value()).stream()
                .map(this::verification)
                .toList();
    }

    private Verification verification(VerificationRow row) {
        return new Verification(
                UUID.fromString(row.verificationId),
                BizId.of(row.bizId),
                json.read(row.premises, Address.class),
                new Verification.Asked(EventId.of(row.questionId), row.askedOf, row.askedBy, row.askedAt, row.dueOn),
                row.result == null
                        ? null
                        : new Verification.Answer(
                                row.result,
                                row.verifiedOn,
                                AgencyCode.of(row.answeredBy),
                                row.answeredAt,
                                Boolean.TRUE.equals(row.late)));
    }
}
