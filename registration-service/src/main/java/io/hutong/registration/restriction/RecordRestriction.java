package io.hutong.registration.restriction;

import io.hutong.identity.BizId;
import io.hutong.messaging.UuidV7;
import io.hutong.registration.problem.RegistrationProblems;
import io.hutong.registration.register.FactRules;
import io.hutong.registration.register.FactText;
import io.hutong.registration.register.Register;
import io.hutong.registration.register.RegisterTime;
import io.hutong.registration.register.WaitingApplications;
import io.hutong.registration.restriction.Restriction.Act;
import io.hutong.registration.restriction.Restriction.Kind;
import io.hutong.web.CommonProblems;
import io.hutong.web.Problem;
import io.hutong.web.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Records what authorities and courts order against a business and by what they lift it (Order 103 art. 18 (5) and (6)). While one
 * stands, no operator change is registered; an application that waits for it goes on by itself when the last one is lifted.
 */
@ApplicationScoped
public class RecordRestriction {
    /** An order, or the lifting of one. */
    public record Document(String authority, String documentNo, LocalDate on, String recordedBy) {}

    private final Register register;
    private final Restrictions restrictions;
    private final WaitingApplications applications;
    private final RegisterTime time;
    private final UuidV7 ids;

    public RecordRestriction(
            Register register,
            Restrictions restrictions,
            WaitingApplications applications,
            RegisterTime time,
            UuidV7 ids) {
        this.register = register;
        this.restrictions = restrictions;
        this.applications = applications;
        this.time = time;
        this.ids = ids;
    }

    @Transactional
    public Restriction impose(BizId bizId, Kind kind, Document order) {
        register.lock(bizId);
        FactRules.refuse(defects(order, order.on()));
        var restriction = new Restriction(ids.next(), bizId, kind, act(order), null);
        restrictions.add(restriction);
        return restriction;
    }

    /** 404 if the business has no such restriction, 409 if it was lifted before. */
    @Transactional
    public Restriction lift(BizId bizId, UUID id, Document lifting) {
        register.lock(bizId);
        Restriction restriction = restrictions
                .find(id)
                .filter(found -> found.bizId().equals(bizId))
                .orElseThrow(() -> Problem.of(CommonProblems.NOT_FOUND, "没有这项限制。", "There is no such restriction."));
        if (!restriction.stands()) {
            throw Problem.of(RegistrationProblems.RESTRICTION_LIFTED, "该限制已经解除。", "The restriction was lifted before.");
        }
        FactRules.refuse(defects(lifting, restriction.imposed().on()));
        Restriction lifted = restriction.lifted(act(lifting));
        restrictions.lift(lifted);
        applications.reconsider(bizId);
        return lifted;
    }

    private Act act(Document document) {
        return new Act(document.authority(), document.documentNo(), document.on(), time.now(), document.recordedBy());
    }

    private List<Violation> defects(Document document, LocalDate notBefore) {
        List<Violation> found = new ArrayList<>();
        FactText.AUTHORITY.check(document.authority(), "/authority", found);
        FactText.DOCUMENT_NO.check(document.documentNo(), "/documentNo", found);
        FactRules.checkDay(document.on(), "/on", found);
        if (document.on().isAfter(time.today()) || document.on().isBefore(notBefore)) {
            found.add(new Violation(
                    "/on",
                    "date.order",
                    "日期不得晚于今天，解除日不得早于作出限制之日",
                    "the day is neither in the future, nor before that of the order which is lifted"));
        }
        return found;
    }
}
