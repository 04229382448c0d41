package io.hutong.credit.sharing;

import io.hutong.credit.abnormallist.AbnormalEntries;
import io.hutong.credit.abnormallist.AbnormalEntry;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.consent.SharingRules.Field;
import io.hutong.credit.penalty.Penalties;
import io.hutong.credit.penalty.Penalty;
import io.hutong.credit.publication.FactKind;
import io.hutong.credit.publication.PublicationRules;
import io.hutong.credit.seriouslist.SeriousEntries;
import io.hutong.credit.seriouslist.SeriousEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the public is shown today against a business: entries in the two lists, and penalties. */
@ApplicationScoped
class ShownRecords {
    private final AbnormalEntries abnormal;
    private final Penalties penalties;
    private final SeriousEntries serious;
    private final PublicationRules rules;
    private final CreditTime time;

    ShownRecords(
            AbnormalEntries abnormal,
            Penalties penalties,
            SeriousEntries serious,
            PublicationRules rules,
            CreditTime time) {
        this.abnormal = abnormal;
        this.penalties = penalties;
        this.serious = serious;
        this.rules = rules;
        this.time = time;
    }

    Stream<Fact> abnormalEntries(Field field, KnownBusiness business) {
        return abnormal.of(business.bizId()).stream()
                .filter(record -> isShownOf(FactKind.ABNORMAL_ENTRY, business))
                .filter(entry -> entry.open()
                        && isToday(entry.shown().from(), entry.shown().to()))
                .map(entry -> fact(field, entry));
    }

    Stream<Fact> penalties(Field field, KnownBusiness business) {
        return penalties.of(business.bizId()).stream()
                .filter(record -> isShownOf(FactKind.PENALTY, business))
                .filter(penalty -> penalty.state() == Penalty.State.PUBLISHED && isShown(penalty.shown()))
                .map(penalty -> new Fact(
                        field.name(),
                        field.layer(),
                        penalty.decision().kind().name(),
                        null,
                        penalty.decision().on(),
                        penalty.decision().number()));
    }

    /** The day on which an entry leaves is the first without it. */
    Stream<Fact> seriousEntries(Field field, KnownBusiness business) {
        return serious.of(business.bizId()).stream()
                .filter(record -> isShownOf(FactKind.SERIOUS_ENTRY, business))
                .filter(entry -> entry.open()
                        && isToday(
                                entry.listing().shownFrom(),
                                entry.terms().leavesOn().minusDays(1)))
                .map(entry -> fact(field, entry));
    }

    private static Fact fact(Field field, AbnormalEntry entry) {
        return new Fact(
                field.name(),
                field.layer(),
                entry.cause().ground().name(),
                entry.cause().reportYear(),
                entry.listing().on(),
                entry.listing().number());
    }

    private static Fact fact(Field field, SeriousEntry entry) {
        return new Fact(
                field.name(),
                field.layer(),
                entry.listing().ground().name(),
                null,
                entry.listing().on(),
                entry.listing().decisionNo());
    }

    /** Of a business that left the register less is shown. */
    private boolean isShownOf(FactKind kind, KnownBusiness business) {
        return rules.shownOf(kind, business.status(), time.today());
    }

    private boolean isShown(Penalty.@Nullable Shown shown) {
        return shown != null && isToday(shown.from(), shown.to());
    }

    private boolean isToday(LocalDate from, @Nullable LocalDate last) {
        LocalDate today = time.today();
        return !today.isBefore(from) && (last == null || !today.isAfter(last));
    }
}
