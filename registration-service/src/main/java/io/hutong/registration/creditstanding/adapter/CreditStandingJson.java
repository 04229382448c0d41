package io.hutong.registration.creditstanding.adapter;

import io.hutong.events.AbnormalGround;
import io.hutong.identity.AbnormalEntryId;
import io.hutong.registration.creditstanding.CreditStanding;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The credit standing as the registrar sees it; without {@code listed} where the register cannot tell. */
record CreditStandingJson(@Nullable Boolean listed, List<AbnormalEntryJson> openEntries, List<Integer> filedYears) {
    static final CreditStandingJson NOTHING_STATED = new CreditStandingJson(null, List.of(), List.of());

    /** One entry by which the business is on the list. */
    record AbnormalEntryJson(
            AbnormalEntryId entryId,
            AbnormalGround ground,
            @Nullable Integer reportYear,
            String decisionNo,
            LocalDate listedOn) {
        static AbnormalEntryJson of(CreditStanding.Entry entry) {
            return new AbnormalEntryJson(
                    entry.entryId(), entry.ground(), entry.reportYear(), entry.decisionNo(), entry.listedOn());
        }
    }

    static CreditStandingJson of(CreditStanding standing) {
        return new CreditStandingJson(
                standing.listed().orElse(null),
                standing.open().stream().map(AbnormalEntryJson::of).toList(),
                standing.filedYears());
    }
}
