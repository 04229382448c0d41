package io.hutong.credit.listingrun;

import io.hutong.credit.business.CreditTime;
import io.hutong.credit.listingrun.ListingRun.Act;
import io.hutong.credit.listingrun.ListingRun.Candidate;
import io.hutong.credit.listingrun.ListingRun.Counted;
import io.hutong.credit.listingrun.ListingRun.Fate;
import io.hutong.credit.listingrun.ListingRun.State;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.identity.BizId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.web.CommonProblems;
import io.hutong.web.Problem;
import io.hutong.web.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person does with a proposed run: looks at it, leaves businesses out, signs. */
@ApplicationScoped
public class DecideRun {
    private static final int LONGEST_REASON = 500;

    private final ListingRuns runs;
    private final CreditTime time;

    DecideRun(ListingRuns runs, CreditTime time) {
        this.runs = runs;
        this.time = time;
    }

    @Transactional
    public Counted read(UUID id) {
        return new Counted(runs.find(id).orElseThrow(CreditProblems::notFound), runs.counts(id));
    }

    /** The latest first. */
    @Transactional
    public List<Counted> latest(@Nullable UUID before, int limit) {
        return runs.latest(before, limit).stream()
                .map(run -> new Counted(run, runs.counts(run.id())))
                .toList();
    }

    @Transactional
    public Optional<Candidate> candidate(UUID id, UnifiedSocialCreditCode uscc) {
        return runs.candidate(id, uscc);
    }

    @Transactional
    public List<Candidate> candidates(UUID id, @Nullable Fate fate, @Nullable BizId after, int limit) {
        return runs.find(id)
                .map(run -> runs.candidates(run.id(), fate, after, limit))
                .orElseThrow(CreditProblems::notFound);
    }

    @Transactional
    public Counted exclude(UUID id, BizId bizId, String reason, String by) {
        ListingRun run = open(id);
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Problem.of(
                    CommonProblems.INVALID_REQUEST,
                    "请写明不列入的理由。",
                    "Say why it is left out.",
                    new Violation(
                            "/reason",
                            "text.length",
                            "理由为 1 至 " + LONGEST_REASON + " 个字",
                            "a reason has 1 to " + LONGEST_REASON + " characters"));
        }
        if (!runs.exclude(id, bizId, reason, by)) {
            throw CreditProblems.notFound();
        }
        return new Counted(run, runs.counts(id));
    }

    /** From now on the system lists the candidates that are left. */
    @Transactional
    public Counted sign(UUID id, String by) {
        ListingRun run = open(id);
        ListingRun signed = run.signed(new Act(by, time.now()));
        runs.change(signed);
        return new Counted(signed, runs.counts(id));
    }

    /** Nobody is listed by it; another run for its year can be proposed. */
    @Transactional
    public Counted withdraw(UUID id) {
        ListingRun withdrawn = open(id).withdrawn(time.now());
        runs.change(withdrawn);
        return new Counted(withdrawn, runs.counts(id));
    }

    private ListingRun open(UUID id) {
        ListingRun run = runs.lock(id).orElseThrow(CreditProblems::notFound);
        if (run.state() != State.PROPOSED) {
            throw Problem.of(
                    CreditProblems.RUN_NOT_OPEN, "该批次已签发，不能再改。", "The run is signed and is not changed any more.");
        }
        return run;
    }
}
