package io.hutong.registration.creditstanding;

import io.hutong.events.AbnormalGround;
import io.hutong.identity.AbnormalEntryId;
import io.hutong.identity.BizId;
import io.hutong.registration.register.CreditKnown;
import io.hutong.registration.register.CreditRestrictions;
import io.hutong.registration.register.ListingGrounds;
import io.hutong.registration.register.ReadRegister;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Shows what credit has stated about a business, and answers by it for conditions C3 and C4 (Order 103 art. 18). */
@ApplicationScoped
public class ReadCreditStanding implements CreditKnown, CreditRestrictions, ListingGrounds {
    private final ReadRegister register;
    private final CreditStandings standings;

    public ReadCreditStanding(ReadRegister register, CreditStandings standings) {
        this.register = register;
        this.standings = standings;
    }

    /** Empty as long as credit has stated nothing; 404 if there is no such business. */
    @Transactional
    public Optional<CreditStanding> of(BizId bizId) {
        register.business(bizId);
        return standings.find(bizId);
    }

    @Override
    @Transactional
    public Answers of(BizId bizId, int reportYear) {
        return standings
                .find(bizId)
                .map(standing -> standing.answers(reportYear))
                .orElse(Answers.NONE);
    }

    @Override
    @Transactional
    public Optional<AbnormalGround> of(BizId bizId, AbnormalEntryId entryId) {
        return standings.find(bizId).flatMap(standing -> standing.ground(entryId));
    }

    @Override
    @Transactional
    public Restrictions restrictions(BizId bizId) {
        return standings
                .find(bizId)
                .map(standing -> new Restrictions(standing.mayBeListed(), standing.unreachable()))
                .orElse(new Restrictions(false, false));
    }
}
