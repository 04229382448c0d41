package io.hutong.registration.ordinarychange;

import io.hutong.events.Address;
import io.hutong.events.ChangeKind;
import io.hutong.events.ChangedFacts;
import io.hutong.events.RegistrationEvent.Changed;
import io.hutong.events.ScopeItem;
import io.hutong.identity.BizId;
import io.hutong.identity.ChangeId;
import io.hutong.registration.duty.TrackedChange.Subject;
import io.hutong.registration.register.Admission;
import io.hutong.registration.register.Amendment;
import io.hutong.registration.register.Business;
import io.hutong.registration.register.CreditRestrictions;
import io.hutong.registration.register.FactRules;
import io.hutong.registration.register.Origin;
import io.hutong.registration.register.Particulars;
import io.hutong.registration.register.Register;
import io.hutong.registration.register.RegisterTime;
import io.hutong.registration.register.Registered;
import io.hutong.registration.register.StatePatch;
import io.hutong.web.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Registers a change of name, scope or premises, or of several at once (Order 103 art. 19). */
@ApplicationScoped
public class ChangeFacts {
    /** What is to hold from now on; what is absent stays. {@code nameRemoved} gives the name up. */
    public record Command(
            BizId bizId,
            long expectedVersion,
            @Nullable String name,
            @Nullable List<ScopeItem> scope,
            @Nullable List<Address> premises,
            boolean nameRemoved,
            @Nullable LocalDate effectiveOn,
            Origin origin) {}

    /** Name, scope and premises all stand on the licence: with a change of them a new one is issued (S03 a23). */
    private static final boolean LICENCE_REISSUED = true;

    private final Register register;
    private final Admission admission;
    private final FactRules rules;
    private final CreditRestrictions credit;
    private final RegisterTime time;

    public ChangeFacts(
            Register register, Admission admission, FactRules rules, CreditRestrictions credit, RegisterTime time) {
        this.register = register;
        this.admission = admission;
        this.rules = rules;
        this.credit = credit;
        this.time = time;
    }

    @Transactional
    public Registered handle(Command command) {
        Business business = register.lock(command.bizId(), command.expectedVersion());
        var registrar = business.particulars().registrar();
        FactRules.refuse(defects(command, business.particulars()));
        StatePatch patch = touched(business, command);
        demandPremises(business, patch);
        admission.rename(
                business.state().name(), patch.appliedTo(business.state()).name(), registrar, business.id());
        ChangeId id = time.newChangeId();
        var amendment = new Amendment(
                new Subject(id, business.id(), ChangeKind.FACTS, null, null),
                register.effectiveOn(business, command.effectiveOn()),
                patch,
                new Changed(
                        id,
                        business.particulars().uscc(),
                        facts(patch.before(business.state())),
                        facts(patch),
                        LICENCE_REISSUED),
                command.origin());
        return new Registered(register.register(business, amendment), id);
    }

    private List<Violation> defects(Command command, Particulars particulars) {
        List<Violation> found = new ArrayList<>(rules.checkFacts(command.scope(), command.premises()));
        if (command.name() != null) {
            rules.checkName(command.name(), particulars.entityType(), particulars.registrar())
                    .ifPresent(found::add);
        }
        if (command.nameRemoved() && command.name() != null) {
            found.add(new Violation(
                    "/nameRemoved", "name.both", "不能同时变更名称和取消名称", "a name is given or given up, not both"));
        }
        return found;
    }

    /** Only what differs; a change of nothing is refused. */
    private static StatePatch touched(Business business, Command command) {
        StatePatch facts = StatePatch.facts(command.name(), command.scope(), command.premises());
        StatePatch asked = command.nameRemoved() ? facts.unnaming() : facts;
        StatePatch touched = StatePatch.between(business.state(), asked.appliedTo(business.state()));
        if (touched.equals(StatePatch.NOTHING)) {
            FactRules.refuse(List.of(
                    new Violation("", "change.nothing", "没有任何事项发生变更", "nothing differs from what is registered")));
        }
        return touched;
    }

    /** Whoever was not found where it is registered says where it is with whatever else it changes (S03 a20). */
    private void demandPremises(Business business, StatePatch patch) {
        boolean stays = patch.premises() == null
                || where(patch.premises()).equals(where(business.state().premises()));
        if (stays && credit.restrictions(business.id()).unreachable()) {
            FactRules.refuse(List.of(new Violation(
                    "/premises",
                    "premises.unreachable",
                    "因通过登记的住所无法联系被列入经营异常名录的，办理其他变更时应当一并变更住所",
                    "listed as not to be found at its premises: these are changed together with anything else")));
        }
    }

    /** The places where somebody can be met: an online shop is none. */
    private static List<Address> where(List<Address> premises) {
        return premises.stream()
                .filter(place -> place.kind() != Address.Kind.ONLINE)
                .toList();
    }

    private static ChangedFacts facts(StatePatch patch) {
        return new ChangedFacts(patch.name(), patch.scope(), patch.premises(), patch.unnamed() ? true : null);
    }
}
