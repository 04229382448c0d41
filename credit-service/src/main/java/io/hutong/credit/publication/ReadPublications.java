package io.hutong.credit.publication;

import io.hutong.credit.business.CreditTime;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.credit.publication.Publications.Place;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows what the platforms must do, what they acknowledged, and what hangs since when. */
@ApplicationScoped
public class ReadPublications {
    private final Publications publications;
    private final Notices notices;
    private final Reconciliations reconciliations;
    private final Platforms platforms;
    private final PublicationRules rules;
    private final CreditTime time;

    ReadPublications(
            Publications publications,
            Notices notices,
            Reconciliations reconciliations,
            Platforms platforms,
            PublicationRules rules,
            CreditTime time) {
        this.publications = publications;
        this.notices = notices;
        this.reconciliations = reconciliations;
        this.platforms = platforms;
        this.rules = rules;
        this.time = time;
    }

    /** One platform: whether it is connected, how much waits, how it is, and the last comparison. */
    public record Overview(
            String platform,
            boolean connected,
            Publications.Standing standing,
            Notices.State state,
            Optional<Reconciliation> reconciliation) {}

    @Transactional
    public List<Overview> overview() {
        return rules.platforms(time.today()).stream()
                .map(platform -> new Overview(
                        platform,
                        isConnected(platform),
                        publications.standing(platform),
                        notices.state(platform),
                        reconciliations.last(platform)))
                .toList();
    }

    /** Whether orders are sent to it, or wait until it is. */
    public boolean isConnected(String platform) {
        return platforms.connected().containsKey(platform);
    }

    /** Everywhere that one fact is or was shown. */
    @Transactional
    public List<Publication> of(UUID subjectId) {
        return publications.of(subjectId);
    }

    @Transactional
    public List<Publication> pending(String platform, @Nullable Place after, int limit) {
        if (!rules.platforms(time.today()).contains(platform)) {
            throw CreditProblems.notFound();
        }
        return publications.pending(platform, after, limit);
    }
}
