package io.hutong.registration.premises;

import io.hutong.events.Address;
import io.hutong.events.EventTypes;
import io.hutong.events.RegistrationEvent.PremisesVerificationRequested;
import io.hutong.identity.BizId;
import io.hutong.identity.DivisionCode.Level;
import io.hutong.identity.EventId;
import io.hutong.messaging.UuidV7;
import io.hutong.registration.duty.Duties;
import io.hutong.registration.problem.RegistrationProblems;
import io.hutong.registration.register.Business;
import io.hutong.registration.register.FactRules;
import io.hutong.registration.register.Register;
import io.hutong.registration.register.RegisterTime;
import io.hutong.time.WorkingDays;
import io.hutong.web.Problem;
import io.hutong.web.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks the agency of the place whether premises exist and may be used; who is asked and until when, the rules say. */
@ApplicationScoped
public class RequestVerification {
    private static final String QUESTION = EventTypes.typeOf(PremisesVerificationRequested.class);

    /** What to verify: the registered place of business where no other is named. */
    public record Command(BizId bizId, @Nullable Address premises, String askedBy) {}

    private final Register register;
    private final Verifications verifications;
    private final FactRules rules;
    private final Duties duties;
    private final WorkingDays calendar;
    private final RegisterTime time;
    private final UuidV7 ids;

    public RequestVerification(
            Register register,
            Verifications verifications,
            FactRules rules,
            Duties duties,
            WorkingDays calendar,
            RegisterTime time,
            UuidV7 ids) {
        this.register = register;
        this.verifications = verifications;
        this.rules = rules;
        this.duties = duties;
        this.calendar = calendar;
        this.time = time;
        this.ids = ids;
    }

    @Transactional
    public Verification handle(Command command) {
        Business business = register.lock(command.bizId()).alive();
        Address premises = command.premises() == null ? theOnlyPlace(business) : command.premises();
        FactRules.refuse(defects(premises, command.premises() != null));
        if (verifications.isOpen(business.id(), premises)) {
            throw Problem.of(
                    RegistrationProblems.VERIFICATION_OPEN,
                    "该住所的核验请求尚未得到答复。",
                    "An answer about these premises is already waited for.");
        }
        return ask(business, premises, command.askedBy());
    }

    private Verification ask(Business business, Address premises, String askedBy) {
        LocalDate today = time.today();
        Duties.Owed owed = duties.owedTo(QUESTION, "*", today).get(0);
        LocalDate dueOn = owed.dueOn(today, calendar).date();
        UUID id = ids.next();
        EventId question = register.state(
                business,
                new PremisesVerificationRequested(business.particulars().uscc(), premises, owed.agency(), dueOn),
                id,
                null);
        var asked = new Verification.Asked(question, owed.agency(), askedBy, time.now(), dueOn);
        var verification = new Verification(id, business.id(), premises, asked, null);
        verifications.add(verification);
        return verification;
    }

    private static Address theOnlyPlace(Business business) {
        List<Address> places = business.state().premises().stream()
                .filter(place -> place.kind() == Address.Kind.PHYSICAL)
                .toList();
        if (places.size() != 1) {
            FactRules.refuse(List.of(new Violation(
                    "/premises",
                    "premises.which",
                    "实体经营场所不止一处或没有，请指明核验哪一处",
                    "there is not exactly one physical place of business: name the one to verify")));
        }
        return places.get(0);
    }

    /** What stands on the register was checked when it came there. */
    private List<Violation> defects(Address premises, boolean sent) {
        List<Violation> found = new ArrayList<>();
        if (sent) {
            rules.checkAddress(premises, "/premises", found);
        }
        if (premises.kind() != Address.Kind.PHYSICAL) {
            found.add(new Violation(
                    "/premises/kind",
                    "premises.online",
                    "网络经营场所不在实地核验",
                    "an online place is not verified on the spot"));
        }
        Level level = premises.division().level();
        if (level != Level.TOWNSHIP && level != Level.VILLAGE) {
            found.add(new Violation(
                    "/premises/division",
                    "premises.township",
                    "请填写到乡镇（街道）或村（社区）的区划代码",
                    "give the division down to the township or the village"));
        }
        return found;
    }
}
