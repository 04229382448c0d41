package io.hutong.registration.creditstanding.adapter;

import io.hutong.events.AbnormalGround;
import io.hutong.events.SeriousGround;
import io.hutong.identity.AbnormalEntryId;
import io.hutong.identity.SeriousEntryId;
import io.hutong.registration.creditstanding.CreditStanding;
import io.hutong.registration.creditstanding.SeriousStanding;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The credit standing as the registrar sees it; without {@code listed} (abnormal list) or {@code seriouslyListed} where the
 * register cannot tell.
 */
record CreditStandingJson(
        @Nullable Boolean listed,
        List<AbnormalEntryJson> openEntries,
        List<Integer> filedYears,
        @Nullable Boolean seriouslyListed,
        List<SeriousEntryJson> seriousEntries) {
    static final CreditStandingJson NOTHING_STATED =
            new CreditStandingJson(null, List.of(), List.of(), null, List.of());

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

    /** One entry by which the business is on the serious-violation list. */
    record SeriousEntryJson(SeriousEntryId entryId, SeriousGround ground, String decisionNo, LocalDate listedOn) {
        static SeriousEntryJson of(SeriousStanding.Entry entry) {
            return new SeriousEntryJson(entry.entryId(), entry.ground(), entry.decisionNo(), entry.listedOn());
        }
    }

    static CreditStandingJson of(CreditStanding standing) {
        return new CreditStandingJson(
                standing.listed().orElse(null),
                standing.open().stream().map(AbnormalEntryJson::of).toList(),
                standing.filedYears(),
                standing.serious().listed().orElse(null),
                standing.serious().open().stream().map(SeriousEntryJson::of).toList());
    }
}
