package io.hutong.registration.annulment;

import io.hutong.events.BusinessStatus;
import io.hutong.events.ChangeKind;
import io.hutong.events.RegistrationEvent.Annulled;
import io.hutong.events.RegistrationEvent.Restored;
import io.hutong.identity.ChangeId;
import io.hutong.registration.duty.TrackedChange.Subject;
import io.hutong.registration.problem.RegistrationProblems;
import io.hutong.registration.register.Amendment;
import io.hutong.registration.register.Business;
import io.hutong.registration.register.FactRules;
import io.hutong.registration.register.FactText;
import io.hutong.registration.register.Origin;
import io.hutong.registration.register.Register;
import io.hutong.registration.register.RegisterEntry;
import io.hutong.registration.register.RegisterHistory;
import io.hutong.registration.register.RegisterLog;
import io.hutong.registration.register.RegisterState;
import io.hutong.registration.register.RegisterTime;
import io.hutong.registration.register.Registered;
import io.hutong.registration.register.StatePatch;
import io.hutong.registration.register.Suspension;
import io.hutong.web.CommonProblems;
import io.hutong.web.Preconditions;
import io.hutong.web.Problem;
import io.hutong.web.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;

/**
 * Annuls what was registered wrongly, as if it had never been (撤销, Administrative Regulations art. 40-42; in part,
 * Implementing Rules art. 57). Annulling the opening annuls the registration as a whole.
 */
@ApplicationScoped
public class AnnulChange {
    /** The decision. */
    public record Command(ChangeId changeId, long expectedVersion, String decisionNo, String reason, Origin origin) {}

    private final Register register;
    private final RegisterLog log;
    private final AnnulmentEffects effects;
    private final RegisterTime time;

    public AnnulChange(Register register, RegisterLog log, AnnulmentEffects effects, RegisterTime time) {
        this.register = register;
        this.log = log;
        this.effects = effects;
        this.time = time;
    }

    @Transactional
    public Registered handle(Command command) {
        FactRules.refuse(defects(command));
        var bizId = log.businessOf(command.changeId()).orElseThrow(AnnulChange::unknown);
        Business business = register.lock(bizId);
        Preconditions.check(command.expectedVersion(), business.version());
        RegisterHistory history = log.of(bizId);
        RegisterEntry entry = history.find(command.changeId()).orElseThrow(AnnulChange::unknown);
        requireAnnullable(business, entry);
        ChangeId id = time.newChangeId();
        log.annul(entry.changeId(), id, time.now());
        RegisterHistory without = history.without(entry.changeId(), id, time.now());
        RegisterState restored = restored(business, entry, without);
        Business alone = effects.carryOut(business, restored, without, entry, command);
        Business after = alone.with(restored, without.lastEffect().orElse(business.lastEffectOn()));
        var amendment = new Amendment(
                new Subject(id, bizId, ChangeKind.ANNULMENT, null, null),
                entry.effectiveOn(),
                StatePatch.between(alone.state(), restored),
                event(id, business, entry, command, restored),
                command.origin());
        return new Registered(register.restore(alone, after, amendment), id);
    }

    private static List<Violation> defects(Command command) {
        List<Violation> found = new ArrayList<>();
        FactText.DECISION_NO.check(command.decisionNo(), "/decisionNo", found);
        FactText.REASON.check(command.reason(), "/reason", found);
        return found;
    }

    private static void requireAnnullable(Business business, RegisterEntry entry) {
        if (business.state().status() == BusinessStatus.REGISTRATION_ANNULLED) {
            throw refusal("整个登记已被撤销。", "The registration as a whole was annulled already.");
        }
        if (entry.annulled() != null) {
            throw refusal("该登记已被撤销。", "The registration was annulled already.");
        }
        if (entry.kind() == ChangeKind.ANNULMENT) {
            throw refusal("撤销决定本身不能再撤销，请重新登记。", "An annulment is not annulled; register the facts anew.");
        }
    }

    private static RegisterState restored(Business business, RegisterEntry entry, RegisterHistory without) {
        return entry.kind() == ChangeKind.OPENING
                ? StatePatch.status(BusinessStatus.REGISTRATION_ANNULLED).appliedTo(business.state())
                : without.current().orElseThrow();
    }

    private static Annulled event(
            ChangeId id, Business business, RegisterEntry entry, Command command, RegisterState restored) {
        return new Annulled(
                id,
                business.particulars().uscc(),
                entry.changeId(),
                entry.kind(),
                command.decisionNo(),
                entry.effectiveOn(),
                restored(restored));
    }

    private static Restored restored(RegisterState state) {
        Suspension suspension = state.suspension();
        return new Restored(
                state.status(),
                state.name(),
                state.scope(),
                state.premises(),
                state.operator().id(),
                state.operator().operatorName(),
                suspension == null ? null : suspension.until());
    }

    private static Problem unknown() {
        return Problem.of(CommonProblems.NOT_FOUND, "没有这项已登记的变更。", "There is no such registered change.");
    }

    private static Problem refusal(String zh, String en) {
        return Problem.of(RegistrationProblems.NOT_ANNULLABLE, zh, en);
    }
}
