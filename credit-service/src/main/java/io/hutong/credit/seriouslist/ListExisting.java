package io.hutong.credit.seriouslist;

import io.hutong.credit.penalty.Penalties;
import io.hutong.credit.penalty.Penalty;
import io.hutong.credit.penalty.RecordPenalty;
import io.hutong.events.SeriousGround;
import io.hutong.identity.BizId;
import io.hutong.identity.PenaltyId;
import io.hutong.web.Problem;
import io.hutong.web.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Map;

/** Takes over an entry that was decided before this system, with the penalty behind it; its terms run from its own day. */
@ApplicationScoped
public class ListExisting {
    /** Both decisions as they were made. */
    public record Command(
            BizId bizId,
            Penalty.Decision penalty,
            SeriousGround ground,
            String decisionNo,
            String consentNo,
            LocalDate decidedOn,
            String by) {}

    /** Where the file says what a penalty says elsewhere. */
    private static final Map<String, String> COLUMNS =
            Map.of("/decisionNo", "/penaltyNo", "/amount", "/penaltyAmount", "/decidedOn", "/penaltyDecidedOn");

    private final Penalties penalties;
    private final SeriousEntries entries;
    private final RecordPenalty record;
    private final ListSerious list;

    ListExisting(Penalties penalties, SeriousEntries entries, RecordPenalty record, ListSerious list) {
        this.penalties = penalties;
        this.entries = entries;
        this.record = record;
        this.list = list;
    }

    /** False if it is here already, also if it ended here since: a file from before does not bring it back. */
    @Transactional
    public boolean handle(Command command) {
        PenaltyId penaltyId = penalties.of(command.bizId()).stream()
                .filter(one -> one.decision().number().equals(command.penalty().number()))
                .reduce((earlier, later) -> later)
                .map(Penalty::id)
                .orElseGet(() -> recorded(command).id());
        boolean known = entries.of(command.bizId()).stream()
                .map(SeriousEntry::listing)
                .anyMatch(listing -> listing.penaltyId().equals(penaltyId)
                        || listing.decisionNo().equals(command.decisionNo()));
        if (known) {
            return false;
        }
        list.handle(new ListSerious.Command(
                command.bizId(),
                command.ground(),
                penaltyId,
                command.decisionNo(),
                command.consentNo(),
                command.decidedOn(),
                command.by()));
        return true;
    }

    private Penalty recorded(Command command) {
        try {
            return record.handle(new RecordPenalty.Command(command.bizId(), command.penalty()));
        } catch (Problem refused) {
            throw Problem.of(
                    refused.type(),
                    refused.detailZh(),
                    refused.detailEn(),
                    refused.violations().stream().map(ListExisting::inItsColumn).toArray(Violation[]::new));
        }
    }

    private static Violation inItsColumn(Violation found) {
        return new Violation(
                COLUMNS.getOrDefault(found.pointer(), found.pointer()), found.code(), found.zh(), found.en());
    }
}
