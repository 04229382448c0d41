package io.hutong.credit.publication;

import io.hutong.credit.business.CreditTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Has a platform show no longer what it has shown as long as its rule allows; the fact itself, and other platforms, go on. */
@ApplicationScoped
public class EndShown {
    private final Publications publications;
    private final PublicationRules rules;
    private final CreditTime time;

    EndShown(Publications publications, PublicationRules rules, CreditTime time) {
        this.publications = publications;
        this.rules = rules;
        this.time = time;
    }

    public List<String> platforms() {
        return rules.platforms(time.today());
    }

    /** Some that were shown there long enough, behind that one. */
    @Transactional
    public List<UUID> shownTooLong(String platform, @Nullable UUID after, int limit) {
        return publications.shownTooLong(platform, time.today(), after, limit);
    }

    /** Ends these; one that is not shown any more, or longer by now, is left alone. */
    @Transactional
    public void end(String platform, List<UUID> some) {
        publications.hideOver(platform, some, time.today(), time.now());
    }
}
