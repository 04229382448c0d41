package io.hutong.credit.objection;

import io.hutong.credit.abnormallist.AbnormalEntries;
import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.credit.publication.PlatformCase;
import io.hutong.events.FilingChannel;
import io.hutong.identity.AbnormalEntryId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Takes an objection that Credit China received and pushes here; pushed again under its number it is the same one (NDRC Order 36
 * art. 18).
 */
@ApplicationScoped
public class ReceiveObjection {
    /** Whose case, of which business, and what it says against the entry. */
    public record Command(
            PlatformCase pushed, UnifiedSocialCreditCode uscc, AbnormalEntryId entryId, String statement, String by) {
        @Override
        public String toString() {
            return "Command[" + pushed + "]";
        }
    }

    private final Businesses businesses;
    private final Objections objections;
    private final AbnormalEntries entries;
    private final FileObjection file;
    private final ObjectionRules rules;
    private final Outbox outbox;
    private final CreditTime time;

    ReceiveObjection(
            Businesses businesses,
            Objections objections,
            AbnormalEntries entries,
            FileObjection file,
            ObjectionRules rules,
            Outbox outbox,
            CreditTime time) {
        this.businesses = businesses;
        this.objections = objections;
        this.entries = entries;
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
        if (entries.find(command.entryId())
                .filter(entry -> entry.bizId().equals(business.bizId()))
                .isEmpty()) {
            throw CreditProblems.unknown("/entryId");
        }
        outbox.lock(business.bizId());
        return objections
                .pushed(command.pushed().number())
                .map(before -> same(before, business, command))
                .orElseGet(() -> file.handle(new FileObjection.Command(
                        business.bizId(),
                        command.entryId(),
                        FilingChannel.XCN,
                        command.statement(),
                        command.by(),
                        command.pushed())));
    }

    private static Objection same(Objection before, KnownBusiness business, Command command) {
        boolean same = before.bizId().equals(business.bizId())
                && before.entryId().equals(command.entryId())
                && before.filing().statement().equals(command.statement())
                && command.pushed().equals(before.filing().pushed());
        if (!same) {
            throw CreditProblems.caseNumberReused();
        }
        return before;
    }
}
