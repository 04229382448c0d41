package io.hutong.credit.publication;

import io.hutong.credit.business.CreditTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Orders every platform that the rules name to show facts or to show them no longer, in the caller's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PublishFacts {
    private final Publications publications;
    private final PublicationRules rules;
    private final CreditTime time;

    PublishFacts(Publications publications, PublicationRules rules, CreditTime time) {
        this.publications = publications;
        this.rules = rules;
        this.time = time;
    }

    /** All of one kind. */
    public void show(FactKind kind, Collection<PublishedFact> facts, Urgency urgency) {
        for (String platform : rules.showing(kind, time.today())) {
            List<PublishedFact> shown = shownOn(platform, kind, facts);
            if (!shown.isEmpty()) {
                publications.show(platform, shown, urgency, time.now());
            }
        }
    }

    /** For no longer than the platform shows such facts; not at all where that is over. */
    private List<PublishedFact> shownOn(String platform, FactKind kind, Collection<PublishedFact> facts) {
        Optional<Integer> months = rules.mostMonths(kind, platform, time.today());
        return facts.stream()
                .map(fact -> months.map(
                                most -> fact.until(fact.from().plusMonths(most).minusDays(1)))
                        .orElse(fact))
                .filter(fact -> fact.to() == null || !fact.to().isBefore(time.today()))
                .toList();
    }

    /** One, at once. */
    public void show(PublishedFact fact) {
        show(fact.kind(), List.of(fact), Urgency.AT_ONCE);
    }

    public void end(UUID subjectId) {
        end(List.of(subjectId), Urgency.AT_ONCE);
    }

    public void end(Collection<UUID> subjectIds, Urgency urgency) {
        publications.hide(subjectIds, urgency, time.now());
    }
}
