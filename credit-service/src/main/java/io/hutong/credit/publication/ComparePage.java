package io.hutong.credit.publication;

import io.hutong.credit.business.CreditTime;
import io.hutong.credit.publication.PublicityPlatform.NotReachable;
import io.hutong.credit.publication.PublicityPlatform.Shown;
import io.hutong.credit.publication.Reconciliation.Step;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Settles a page of what a platform shows, and orders again what differs, in one transaction with the progress of the run. */
@ApplicationScoped
public class ComparePage {
    private static final int PAGE = 1000;

    private final Publications publications;
    private final Reconciliations reconciliations;
    private final CreditTime time;

    ComparePage(Publications publications, Reconciliations reconciliations, CreditTime time) {
        this.publications = publications;
        this.reconciliations = reconciliations;
        this.time = time;
    }

    /** @param asked when the platform was asked, by the clock of the database: what it acknowledged since may have changed there */
    @Transactional(rollbackOn = NotReachable.class)
    public void handle(Reconciliation run, Shown page, Instant asked) throws NotReachable {
        UUID from = run.progress().upTo();
        List<Publication> own = publications.all(run.platform(), from, PAGE);
        UUID to = upTo(page, own);
        Map<UUID, Integer> versions = versions(page, from, to);
        int compared = versions.size();
        Instant at = asked.minus(page.age());
        Map<UUID, Integer> wrong = new LinkedHashMap<>();
        for (Publication publication : own) {
            UUID subject = publication.fact().subjectId();
            if (to != null && behind(to, subject)) {
                break;
            }
            Integer version = versions.remove(subject);
            if (differs(publication, version) && publication.acknowledgedBefore(at)) {
                wrong.put(subject, version == null ? 0 : version);
            }
        }
        publications.orderAgain(run.platform(), wrong, time.now());
        var step = new Step(to, compared, wrong.keySet(), versions.keySet());
        if (!reconciliations.put(run, run.on(step, time.now()))) {
            throw new IllegalStateException("the step was taken by somebody else");
        }
    }

    /** As far as both sides are known; null where both have come to their end. */
    private static @Nullable UUID upTo(Shown page, List<Publication> own) {
        UUID theirs = page.items().isEmpty()
                ? null
                : page.items().get(page.items().size() - 1).subjectId();
        UUID ours = own.size() < PAGE ? null : own.get(PAGE - 1).fact().subjectId();
        if (theirs == null || ours == null) {
            return theirs == null ? ours : theirs;
        }
        return behind(theirs, ours) ? theirs : ours;
    }

    private static Map<UUID, Integer> versions(Shown page, @Nullable UUID from, @Nullable UUID to) throws NotReachable {
        Map<UUID, Integer> versions = new LinkedHashMap<>();
        UUID last = from;
        for (Shown.Item item : page.items()) {
            UUID subject = item.subjectId();
            if (last != null && !behind(last, subject)) {
                throw new NotReachable("公示内容未按顺序或有重复 · not in order, or the same notice twice");
            }
            last = subject;
            if (to == null || !behind(to, subject)) {
                versions.put(subject, item.version());
            }
        }
        return versions;
    }

    private static boolean differs(Publication publication, @Nullable Integer version) {
        return publication.shown() ? !Integer.valueOf(publication.version()).equals(version) : version != null;
    }

    /** In the order of the texts, which is that of the database and of the platforms. */
    private static boolean behind(UUID one, UUID other) {
        return other.toString().compareTo(one.toString()) > 0;
    }
}
