package io.hutong.credit.publication;

import io.hutong.credit.business.CreditTime;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.credit.publication.PublicityPlatform.NotReachable;
import io.hutong.credit.publication.PublicityPlatform.Shown;
import io.hutong.credit.publication.Reconciliation.Start;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Begins comparisons of what a platform shows with what it should, and carries them on: the platform is asked outside any
 * transaction, each page is settled in one. Whatever dies in between, another process goes on where it was.
 */
@ApplicationScoped
public class Reconcile {
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final int MOST_TRIES = 5;

    private final Platforms platforms;
    private final Reconciliations reconciliations;
    private final Publications publications;
    private final ComparePage compare;
    private final PublicationRules rules;
    private final CreditTime time;

    Reconcile(
            Platforms platforms,
            Reconciliations reconciliations,
            Publications publications,
            ComparePage compare,
            PublicationRules rules,
            CreditTime time) {
        this.platforms = platforms;
        this.reconciliations = reconciliations;
        this.publications = publications;
        this.compare = compare;
        this.rules = rules;
        this.time = time;
    }

    /** Gives the one that is running already if there is one; a platform that is not connected tells nothing to compare. */
    @Transactional
    public Reconciliation begin(String code, String by) {
        if (!rules.platforms(time.today()).contains(code)) {
            throw CreditProblems.notFound();
        }
        if (!platforms.connected().containsKey(code)) {
            throw CreditProblems.platformNotConnected();
        }
        return reconciliations.begin(Reconciliation.begun(time.newId(), code, new Start(time.now(), by)));
    }

    @Transactional
    public Reconciliation read(UUID id) {
        return reconciliations.find(id).orElseThrow(CreditProblems::notFound);
    }

    /** Takes the next step of what is running with that platform; false when there is none to take. */
    public boolean step(String code) throws InterruptedException {
        PublicityPlatform platform = platforms.connected().get(code);
        Optional<Reconciliation> taken = platform == null ? Optional.empty() : reconciliations.take(code, LEASE);
        if (platform == null || taken.isEmpty()) {
            return false;
        }
        Reconciliation run = taken.get();
        if (run.progress().tries() > MOST_TRIES) {
            reconciliations.put(
                    run,
                    run.failed("尝试 " + MOST_TRIES + " 次后放弃 · given up after " + MOST_TRIES + " tries", time.now()));
            return false;
        }
        try {
            Instant asked = publications.databaseTime();
            Shown page = platform.shown(run.progress().upTo());
            compare.handle(run, page, asked);
            return true;
        } catch (NotReachable silent) {
            if (run.progress().steps() == 0 || run.progress().tries() == MOST_TRIES) {
                reconciliations.put(run, run.failed(silent.getMessage(), time.now()));
            }
            // in the middle of many pages it is asked for the same one again when the lease is over
            return false;
        }
    }
}
