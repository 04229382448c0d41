package io.hutong.credit.publication;

import io.hutong.credit.business.CreditTime;
import io.hutong.credit.publication.PublicityPlatform.NotReachable;
import io.hutong.credit.publication.PublicityPlatform.Shown;
import io.hutong.credit.publication.Reconciliations.Reconciliation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

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
        Seen seen = Seen.of(platform, publications.databaseTime());
        int compared = seen.versions().size();
        List<UUID> differences = new ArrayList<>();
        List<Publication> page = publications.all(code, null, PAGE);
        while (!page.isEmpty()) {
            Map<UUID, Integer> wrong = seen.wrong(page);
            publications.orderAgain(code, wrong, time.now());
            differences.addAll(wrong.keySet());
            page = publications.all(code, page.get(page.size() - 1).fact().subjectId(), PAGE);
        }
        var done = new Reconciliation(
                code,
                time.now(),
                compared,
                differences,
                List.copyOf(seen.versions().keySet()));
        reconciliations.put(done);
        return Optional.of(done);
    }

    /** What the platform showed at a moment of the database's clock; what is known here is taken out of it bit by bit. */
    private record Seen(Map<UUID, Integer> versions, Instant at) {

        static Seen of(PublicityPlatform platform, Instant now) throws InterruptedException, NotReachable {
            Map<UUID, Integer> versions = new HashMap<>();
            Shown page = platform.shown(null);
            Instant at = now.minus(page.age());
            while (!page.items().isEmpty()) {
                UUID last = page.items().get(page.items().size() - 1).subjectId();
                for (Shown.Item item : page.items()) {
                    if (versions.put(item.subjectId(), item.version()) != null) {
                        throw new NotReachable("it tells the same again");
                    }
                }
                page = platform.shown(last);
                if (now.minus(page.age()).isBefore(at)) {
                    at = now.minus(page.age());
                }
            }
            return new Seen(versions, at);
        }

        /** With the version that it shows, 0 for none; what was acknowledged since then may have changed there. */
        Map<UUID, Integer> wrong(List<Publication> page) {
            Map<UUID, Integer> wrong = new LinkedHashMap<>();
            for (Publication publication : page) {
                UUID subject = publication.fact().subjectId();
                Integer version = versions.remove(subject);
                boolean right = publication.shown()
                        ? Integer.valueOf(publication.version()).equals(version)
                        : version == null;
                if (!right && publication.acknowledgedBefore(at)) {
                    wrong.put(subject, version == null ? 0 : version);
                }
            }
            return wrong;
        }
    }
}
