package io.hutong.credit.seriouslist;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.credit.publication.FactKind;
import io.hutong.credit.publication.PublishFacts;
import io.hutong.credit.publication.PublishedFact;
import io.hutong.credit.seriouslist.SeriousEntry.Listing;
import io.hutong.credit.seriouslist.SeriousEntry.Terms;
import io.hutong.events.CreditEvent.SeriousListed;
import io.hutong.events.SeriousGround;
import io.hutong.identity.BizId;
import io.hutong.identity.PenaltyId;
import io.hutong.identity.SeriousEntryId;
import io.hutong.messaging.EventContext;
import io.hutong.messaging.Outbox;
import io.hutong.web.CommonProblems;
import io.hutong.web.Problem;
import io.hutong.web.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Puts a business on the serious-violation list with a penalty decision and the upper authority's consent (Order 44). What makes a
 * listing right that proved wrong ends no later than that would have.
 */
@ApplicationScoped
public class ListSerious {
    /** The decision; {@code consentNo} is the number under which the upper authority consented. */
    public record Command(
            BizId bizId,
            SeriousGround ground,
            PenaltyId penaltyId,
            String decisionNo,
            String consentNo,
            LocalDate decidedOn,
            String by) {}

    private final Businesses businesses;
    private final SeriousEntries entries;
    private final ListingDefects defects;
    private final SeriousRules rules;
    private final PublishFacts facts;
    private final Outbox outbox;
    private final CreditTime time;

    ListSerious(
            Businesses businesses,
            SeriousEntries entries,
            ListingDefects defects,
            SeriousRules rules,
            PublishFacts facts,
            Outbox outbox,
            CreditTime time) {
        this.businesses = businesses;
        this.entries = entries;
        this.defects = defects;
        this.rules = rules;
        this.facts = facts;
        this.outbox = outbox;
        this.time = time;
    }

    @Transactional
    public SeriousEntry handle(Command command) {
        outbox.lock(command.bizId());
        KnownBusiness business = businesses.find(command.bizId()).orElseThrow(CreditProblems::notFound);
        if (business.status().terminal()) {
            throw CreditProblems.ended(business.status());
        }
        defects.refuse(command);
        List<SeriousEntry> before = entries.of(business.bizId());
        if (before.stream().anyMatch(entry -> entry.countsFor(command.penaltyId()))) {
            throw Problem.of(
                    CreditProblems.ALREADY_LISTED,
                    "该经营主体已因这一处罚列入过严重违法失信名单。",
                    "The business was put on the serious-violation list with this penalty already.");
        }
        var listing = new Listing(
                command.ground(),
                command.penaltyId(),
                command.decisionNo(),
                command.consentNo(),
                command.decidedOn(),
                time.today(),
                command.by());
        var entry = new SeriousEntry(
                new SeriousEntryId(time.newId()), business.bizId(), listing, terms(listing, before), null);
        if (!entry.terms().leavesOn().isAfter(time.today())) {
            throw Problem.of(
                    CommonProblems.INVALID_REQUEST,
                    "请更正日期。",
                    "Correct the day.",
                    new Violation(
                            "/decidedOn",
                            "serious.over",
                            "该决定的期限已满，不再列入",
                            "the time of this decision is over already"));
        }
        entries.add(entry);
        state(business, entry);
        return entry;
    }

    private Terms terms(Listing listing, List<SeriousEntry> before) {
        return before.stream()
                .filter(entry -> entry.madeRightBy(listing))
                .map(SeriousEntry::terms)
                .reduce(rules.terms(listing.on()), Terms::notAfter);
    }

    private void state(KnownBusiness business, SeriousEntry entry) {
        Listing listing = entry.listing();
        facts.show(PublishedFact.of(
                business,
                FactKind.SERIOUS_ENTRY,
                entry.id().uuid(),
                Map.of(
                        "ground", listing.ground().name(),
                        "decisionNo", listing.decisionNo(),
                        "listedOn", listing.on().toString()),
                listing.shownFrom(),
                entry.terms().leavesOn().minusDays(1)));
        outbox.lock(business.bizId())
                .append(
                        new SeriousListed(
                                entry.id(),
                                business.uscc(),
                                listing.ground(),
                                listing.penaltyId(),
                                listing.decisionNo(),
                                listing.on(),
                                entry.terms().leavesOn()),
                        new EventContext(
                                time.now(),
                                listing.on(),
                                business.registrar(),
                                entry.id().uuid(),
                                null,
                                rules.version(listing.on())));
    }
}
