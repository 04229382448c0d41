package io.hutong.credit.inbound;

import io.hutong.credit.abnormallist.NoteCures;
import io.hutong.credit.business.FollowRegister.Followed;
import io.hutong.credit.sharing.TellAgencyRecords;
import io.hutong.credit.sharing.TellRegister;
import jakarta.enterprise.context.ApplicationScoped;

/** Who is told how a business stood before and after an event of the register, in this order. */
@ApplicationScoped
class RegisterFollowers {
    private final TellRegister tell;
    private final TellAgencyRecords records;
    private final NoteCures cures;

    RegisterFollowers(TellRegister tell, TellAgencyRecords records, NoteCures cures) {
        this.tell = tell;
        this.records = records;
        this.cures = cures;
    }

    void handle(Followed followed) {
        tell.handle(followed);
        records.handle(followed);
        cures.handle(followed);
    }
}
