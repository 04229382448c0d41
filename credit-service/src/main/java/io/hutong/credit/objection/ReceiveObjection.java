package io.hutong.credit.objection;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.objection.Objection.Subject;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.credit.publication.PlatformCase;
import io.hutong.events.FilingChannel;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;

/**
 * Takes an objection that Credit China received and pushes here; pushed again under its number it is the same one (NDRC Order 36
 * art. 18).
 */
@ApplicationScoped
public class ReceiveObjection {
    /** Whose case, of which business, and what it says against the record. */
    public record Command(
            PlatformCase pushed, UnifiedSocialCreditCode uscc, Subject subject, String statement, String by) {
        @Override
        public String toString() {
            return "Command[" + pushed + "]";
        }
    }

    private final Businesses businesses;
    private final Objections objections;
    private final ObjectionTargets targets;
    private final FileObjection file;
    private final ObjectionRules rules;
    private final Outbox outbox;
    private final CreditTime time;

    ReceiveObjection(
            Businesses businesses,
            Objections objections,
            ObjectionTargets targets,
            FileObjection file,
            ObjectionRules rules,
            Outbox outbox,
            CreditTime time) {
        this.businesses = businesses;
        this.objections = objections;
        this.targets = targets;
        this.file = file;
        this.rules = rules;
        this.outbox = outbox;
        this.time = time;
    }

    @Transactional
    public Objection handle(Command command) {
        CreditProblems.refuse(command.pushed().defects(time.today()));
        // refused for a day before there were such pushes
        rules.pushBy(command.pushed().receivedOn());
        KnownBusiness business = businesses.find(command.uscc()).orElseThrow(() -> CreditProblems.unknown("/uscc"));
        outbox.lock(business.bizId());
        return objections
                .pushed(command.pushed().number())
                .map(before -> same(before, business, command))
                .orElseGet(() -> first(business, command));
    }

    private Objection first(KnownBusiness business, Command command) {
        LocalDate shownFrom = targets.find(business.bizId(), command.subject())
                .orElseThrow(() -> CreditProblems.unknown("/target", "/targetId"))
                .shownFrom();
        CreditProblems.refuse(command.pushed().tooEarly(shownFrom));
        return file.handle(new FileObjection.Command(
                business.bizId(),
                command.subject(),
                FilingChannel.XCN,
                command.statement(),
                command.by(),
                command.pushed()));
    }

    /** As it was pushed first, whatever corrections followed. */
    private Objection same(Objection before, KnownBusiness business, Command command) {
        boolean same = before.bizId().equals(business.bizId())
                && before.subject().equals(command.subject())
                && objections.pushes(before.id()).get(0).says(command.pushed(), command.statement());
        if (!same) {
            throw CreditProblems.caseNumberReused();
        }
        return before;
    }
}
