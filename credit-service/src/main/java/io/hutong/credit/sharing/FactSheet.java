package io.hutong.credit.sharing;

import io.hutong.credit.agencyrecord.RecordKind;
import io.hutong.credit.annualreport.AnnualReports;
import io.hutong.credit.annualreport.ReportDuties;
import io.hutong.credit.annualreport.ReportDuties.State;
import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.consent.SharingRules;
import io.hutong.credit.consent.SharingRules.Field;
import io.hutong.credit.consent.SharingRules.Layer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Fills in the fields that the rules name, from what credit keeps; in which layer a field is only the rules say. */
@ApplicationScoped
class FactSheet {
    private final Businesses businesses;
    private final ShownRecords records;
    private final AgencyRecords agencies;
    private final ReportDuties duties;
    private final AnnualReports reports;
    private final SharingRules rules;
    private final CreditTime time;

    FactSheet(
            Businesses businesses,
            ShownRecords records,
            AgencyRecords agencies,
            ReportDuties duties,
            AnnualReports reports,
            SharingRules rules,
            CreditTime time) {
        this.businesses = businesses;
        this.records = records;
        this.agencies = agencies;
        this.duties = duties;
        this.reports = reports;
        this.rules = rules;
        this.time = time;
    }

    /** What every connected institution may be told, and of which fields of that kind nothing is known here. */
    record Open(List<Fact> facts, List<String> unknown) {}

    /** Where the register's word is incomplete, what stands on the licence may be another by now: it counts as unknown. */
    Open open(KnownBusiness business) {
        boolean doubtful = businesses.doubtful(business.bizId());
        KnownBusiness told = doubtful ? business.withoutLicence() : business;
        List<Field> fields = rules.fields(time.today()).stream()
                .filter(field -> field.layer() == Layer.L0 || field.layer() == Layer.L1)
                .toList();
        Set<String> silent = silent(told, doubtful);
        List<Fact> facts = fields.stream()
                .filter(field -> !silent.contains(field.name()))
                .flatMap(field -> facts(field, told))
                .toList();
        Stream<String> unheard = fields.stream().map(Field::name).filter(silent::contains);
        Stream<String> never = rules.unknown(time.today()).stream().map(Field::name);
        return new Open(
                facts,
                Stream.of(never, unheard, told.licence().unknown().stream())
                        .flatMap(names -> names)
                        .toList());
    }

    /** Of which other agencies' records credit cannot tell whether there are any. */
    private Set<String> silent(KnownBusiness business, boolean doubtful) {
        Set<RecordKind> complete = agencies.complete(business, doubtful);
        return Stream.of(RecordKind.values())
                .filter(kind -> !complete.contains(kind))
                .map(RecordKind::field)
                .collect(Collectors.toSet());
    }

    /** Of these fields those that a consent opens; what an earlier operator reported is not the present one's to show. */
    List<Fact> consented(KnownBusiness business, Collection<String> names) {
        return rules.fields(time.today()).stream()
                .filter(field -> field.layer() == Layer.L2 && names.contains(field.name()))
                .flatMap(field -> facts(field, business))
                .toList();
    }

    private Stream<Fact> facts(Field field, KnownBusiness business) {
        String content = field.content();
        if (content != null) {
            return reported(field, content, business);
        }
        return switch (field.name()) {
            case "abnormalEntry" -> records.abnormalEntries(field, business);
            case "penalty" -> records.penalties(field, business);
            case "seriousEntry" -> records.seriousEntries(field, business);
            case "permit" -> agencies.permits(field, business);
            case "publishedTaxArrears" -> agencies.arrears(field, business);
            case "name" -> one(field, business.name());
            case "uscc" -> one(field, business.uscc());
            case "registrar" -> one(field, business.registrar());
            case "establishedOn" -> one(field, business.establishedOn());
            case "status" -> one(field, business.status());
            case "operatorName" -> one(field, business.licence().operatorName());
            case "scope" -> each(field, business.licence().scope());
            case "premises" -> each(field, business.licence().premises());
            case "ageYears" ->
                one(field, business.establishedOn().until(time.today()).getYears());
            case "changes" -> one(field, businesses.changes(business.bizId()));
            case "reportsDue" -> one(field, count(business, Set.of(State.FILED, State.FILED_LATE, State.MISSING)));
            case "reportsOnTime" -> one(field, count(business, Set.of(State.FILED)));
            default -> throw new IllegalStateException("credit keeps no " + field.name());
        };
    }

    private static Stream<Fact> one(Field field, @Nullable Object value) {
        return value == null
                ? Stream.of()
                : Stream.of(new Fact(field.name(), field.layer(), value.toString(), null, null, null));
    }

    private static Stream<Fact> each(Field field, List<String> values) {
        return values.stream().flatMap(value -> one(field, value));
    }

    private long count(KnownBusiness business, Set<State> states) {
        return duties.followed(business).stream()
                .filter(duty -> states.contains(duty.state()))
                .count();
    }

    private Stream<Fact> reported(Field field, String content, KnownBusiness business) {
        return reports.of(business.bizId()).stream()
                .filter(report -> report.filing().tenureId().equals(business.tenureId()))
                .filter(report -> report.filing().content().containsKey(content))
                .map(report -> new Fact(
                        field.name(),
                        field.layer(),
                        report.filing().content().get(content),
                        report.year(),
                        null,
                        null));
    }
}
