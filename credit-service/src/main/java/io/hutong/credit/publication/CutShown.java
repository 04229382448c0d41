package io.hutong.credit.publication;

import io.hutong.credit.business.CreditTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Brings what a platform was ordered to show under an earlier rule to the months that it may show such facts now: the limit is on what
 * the platform shows, whenever it was ordered (NDRC Order 36 art. 12, from 1 April 2026).
 */
@ApplicationScoped
public class CutShown {
    private final Publications publications;
    private final PublicationRules rules;
    private final CreditTime time;

    CutShown(Publications publications, PublicationRules rules, CreditTime time) {
        this.publications = publications;
        this.rules = rules;
        this.time = time;
    }

    /** The day whose rules are applied. */
    public LocalDate today() {
        return time.today();
    }

    /** The kinds that the platform shows for so many months at most. */
    public Map<FactKind, Integer> limits(String platform) {
        Map<FactKind, Integer> limits = new EnumMap<>(FactKind.class);
        for (FactKind kind : FactKind.values()) {
            rules.mostMonths(kind, platform, time.today()).ifPresent(months -> limits.put(kind, months));
        }
        return limits;
    }

    /** Some that it would show for longer, behind that one. */
    @Transactional
    public List<UUID> shownBeyond(String platform, FactKind kind, int months, @Nullable UUID after, int limit) {
        return publications.shownBeyond(platform, kind, months, after, limit);
    }

    /** It ends showing those of them whose last day is over by the next look at what is shown too long. */
    @Transactional
    public void cut(String platform, int months, List<UUID> some) {
        publications.cut(platform, months, some);
    }
}
