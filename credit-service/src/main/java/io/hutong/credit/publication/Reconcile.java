package io.hutong.credit.publication;

import io.hutong.credit.business.CreditTime;
import io.hutong.credit.publication.PublicityPlatform.NotReachable;
import io.hutong.credit.publication.PublicityPlatform.Shown;
import io.hutong.credit.publication.Reconciliations.Reconciliation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Compares what a platform shows with what it should, and orders again what differs. */
@ApplicationScoped
public class Reconcile {
    private static final int PAGE = 1000;

    private final Platforms platforms;
    private final Publications publications;
    private final Reconciliations reconciliations;
    private final CreditTime time;

    Reconcile(Platforms platforms, Publications publications, Reconciliations reconciliations, CreditTime time) {
        this.platforms = platforms;
        this.publications = publications;
        this.reconciliations = reconciliations;
        this.time = time;
    }

    /** Empty when the platform is not connected. */
    public Optional<Reconciliation> handle(String code) throws InterruptedException, NotReachable {
        PublicityPlatform platform = platforms.connected().get(code);
        if (platform == null) {
            return Optional.empty();
        }
        Instant began = time.now();
        Map<UUID, Integer> shown = shownBy(platform);
        int compared = shown.size();
        List<UUID> differences = new ArrayList<>();
        UUID after = null;
        List<Publication> page = publications.all(code, after, PAGE);
        while (!page.isEmpty()) {
            List<UUID> wrong = wrong(page, shown, began);
            publications.orderAgain(code, wrong, time.now());
            differences.addAll(wrong);
            after = page.get(page.size() - 1).fact().subjectId();
            page = publications.all(code, after, PAGE);
        }
        var done = new Reconciliation(code, time.now(), compared, differences, List.copyOf(shown.keySet()));
        reconciliations.put(done);
        return Optional.of(done);
    }

    private static Map<UUID, Integer> shownBy(PublicityPlatform platform) throws InterruptedException, NotReachable {
        Map<UUID, Integer> shown = new HashMap<>();
        @Nullable UUID after = null;
        boolean complete = false;
        while (!complete) {
            Shown page = platform.shown(after);
            page.items().forEach(item -> shown.put(item.subjectId(), item.version()));
            complete = page.complete();
            after = page.items().isEmpty()
                    ? after
                    : page.items().get(page.items().size() - 1).subjectId();
        }
        return shown;
    }

    /** Takes out of {@code shown} what is known here; what was acknowledged since then may have changed there. */
    private static List<UUID> wrong(List<Publication> page, Map<UUID, Integer> shown, Instant began) {
        List<UUID> wrong = new ArrayList<>();
        for (Publication publication : page) {
            Integer version = shown.remove(publication.fact().subjectId());
            boolean right =
                    publication.shown() ? Integer.valueOf(publication.version()).equals(version) : version == null;
            if (!right && publication.acknowledgedBefore(began)) {
                wrong.add(publication.fact().subjectId());
            }
        }
        return wrong;
    }
}
