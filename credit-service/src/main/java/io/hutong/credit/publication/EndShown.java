package io.hutong.credit.publication;

import io.hutong.credit.business.CreditTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

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

    /** Up to that many on each platform; false when none were left. */
    @Transactional
    public boolean next(int most) {
        boolean any = false;
        for (String platform : rules.platforms(time.today())) {
            List<UUID> over = publications.shownTooLong(platform, time.today(), most);
            publications.hide(platform, over, Urgency.MASS, time.now());
            any |= !over.isEmpty();
        }
        return any;
    }
}
