package io.hutong.credit.penalty;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.penalty.Penalty.Decision;
import io.hutong.credit.penalty.Penalty.Publish;
import io.hutong.credit.penalty.Penalty.Shown;
import io.hutong.credit.penalty.Penalty.State;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.credit.publication.FactKind;
import io.hutong.credit.publication.PublicationRules;
import io.hutong.credit.publication.PublishFacts;
import io.hutong.credit.publication.PublishedFact;
import io.hutong.events.CreditEvent.PenaltyPublished;
import io.hutong.identity.PenaltyId;
import io.hutong.messaging.EventContext;
import io.hutong.messaging.Outbox;
import io.hutong.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Shows a penalty to the public from today for as long as its severity says (SAMR Order 45 art. 9-14); one that was shown in a wrong
 * record before only for what is left of that time.
 */
@ApplicationScoped
public class PublishPenalty {
    private final Businesses businesses;
    private final Penalties penalties;
    private final PublishFacts facts;
    private final PublicationRules rules;
    private final Outbox outbox;
    private final CreditTime time;

    PublishPenalty(
            Businesses businesses,
            Penalties penalties,
            PublishFacts facts,
            PublicationRules rules,
            Outbox outbox,
            CreditTime time) {
        this.businesses = businesses;
        this.penalties = penalties;
        this.facts = facts;
        this.rules = rules;
        this.outbox = outbox;
        this.time = time;
    }

    @Transactional
    public Penalty handle(PenaltyId id) {
        outbox.lock(penalties.find(id).orElseThrow(CreditProblems::notFound).bizId());
        Penalty recorded = penalties.find(id).orElseThrow(CreditProblems::notFound);
        if (recorded.state() != State.RECORDED) {
            throw PenaltyStates.unfit(recorded);
        }
        if (recorded.weight().publish() == Publish.NO) {
            throw Problem.of(
                            CreditProblems.PENALTY_NOT_SHOWN,
                            "仅受警告或者适用简易程序的处罚信息不公示。",
                            "A mere warning, or a penalty by simple procedure, is not published.")
                    .with("severity", recorded.weight().severity());
        }
        KnownBusiness business = businesses.find(recorded.bizId()).orElseThrow();
        if (!rules.shownOf(FactKind.PENALTY, business.status(), time.today())) {
            throw CreditProblems.ended(business.status());
        }
        Penalty published = recorded.published(days(recorded));
        penalties.change(recorded, published);
        show(published, business);
        return published;
    }

    /** Its time runs from the day on which the decision was shown first, in whatever record that was, and a repair ended it for good. */
    private Shown days(Penalty recorded) {
        List<Penalty> wrong = penalties.of(recorded.bizId()).stream()
                .filter(one -> one.state() == State.PROVED_WRONG && one.sameDecision(recorded.decision()))
                .toList();
        Shown days = recorded.shownFrom(wrong.stream()
                .flatMap(one -> Stream.ofNullable(one.shown()))
                .map(Shown::from)
                .min(Comparator.naturalOrder())
                .orElse(time.today()));
        LocalDate last = wrong.stream()
                .flatMap(one -> one.endedEarlyOn().stream())
                .min(Comparator.naturalOrder())
                .orElse(days.to());
        if (time.today().isAfter(last)) {
            throw Problem.of(
                            CreditProblems.PENALTY_NOT_SHOWN,
                            "公示期自首次公示之日起计算，已经届满或者已因信用修复提前结束。",
                            "Its time runs from the day on which it was shown first, and is over, or was ended by repair.")
                    .with("shownTo", last);
        }
        return days;
    }

    private void show(Penalty penalty, KnownBusiness business) {
        Decision decision = penalty.decision();
        Shown shown = Objects.requireNonNull(penalty.shown());
        LocalDate today = time.today();
        facts.show(PublishedFact.of(
                business, FactKind.PENALTY, penalty.id().uuid(), content(penalty), shown.from(), shown.to()));
        outbox.lock(business.bizId())
                .append(
                        new PenaltyPublished(
                                penalty.id(),
                                business.uscc(),
                                decision.kind(),
                                penalty.weight().severity(),
                                penalty.weight().band(),
                                decision.number(),
                                decision.on(),
                                shown.from(),
                                shown.to()),
                        new EventContext(
                                time.now(),
                                today,
                                business.registrar(),
                                penalty.id().uuid(),
                                null,
                                penalty.weight().ruleSet()));
    }

    private static Map<String, String> content(Penalty penalty) {
        return Map.of(
                "decisionNo", penalty.decision().number(),
                "kind", penalty.decision().kind().name(),
                "amount", penalty.decision().amount().yuan().toPlainString(),
                "decidedOn", penalty.decision().on().toString(),
                "severity", penalty.weight().severity().name());
    }
}
