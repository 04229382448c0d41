package io.hutong.credit.abnormallist;

import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.credit.abnormallist.AbnormalEntry.Cause;
import io.hutong.credit.abnormallist.AbnormalEntry.Decision;
import io.hutong.credit.abnormallist.AbnormalEntry.Shown;
import io.hutong.credit.abnormallist.Cure.How;
import io.hutong.credit.annualreport.AnnualReport;
import io.hutong.credit.annualreport.AnnualReports;
import io.hutong.credit.annualreport.ReportDuties;
import io.hutong.credit.annualreport.ReportRules;
import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.business.KnownBusiness.Licence;
import io.hutong.events.AbnormalGround;
import io.hutong.events.BusinessStatus;
import io.hutong.events.ReportChannel;
import io.hutong.identity.AbnormalEntryId;
import io.hutong.identity.BizId;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.OperatorTenureId;
import io.hutong.identity.ReportId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.rules.RuleFile;
import io.hutong.rules.RuleSets;
import io.hutong.time.WorkingDays;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What the authority's switch of automatic repair means for the days of an officer. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NoteCuresTest {
    private static final String RULES = "/rules/abnormal-list.yaml";
    private static final BizId BUSINESS = new BizId(UUID.randomUUID());
    private static final KnownBusiness KNOWN = new KnownBusiness(
            BUSINESS,
            UnifiedSocialCreditCode.synthetic(DivisionCode.of("620702"), 2),
            "面馆",
            DivisionCode.of("620702"),
            LocalDate.of(2020, 5, 6),
            new OperatorTenureId(UUID.randomUUID()),
            List.of(),
            BusinessStatus.ACTIVE,
            new Licence("王老板", List.of("餐饮服务"), List.of("南街1号")));
    /** Two reports were due by then: of 2025 and 2026. */
    private static final Instant NOW = Instant.parse("2027-07-15T02:00:00Z");

    private final CreditTime time = new CreditTime(Clock.fixed(NOW, ZoneOffset.UTC), UUID::randomUUID);
    private final Set<Integer> filed = new TreeSet<>();
    private final List<Cure> noted = new ArrayList<>();
    private final AbnormalEntry entry = entry(2025);

    @Test
    void where_the_rules_leave_the_removal_to_an_officer_the_last_missing_report_is_a_cure() {
        NoteCures cures = cures(RuleFile.resource(ListRules.class, RULES)
                .text()
                .replace("{ground: ABN_REPORT, automatic: \"yes\"}", "{ground: ABN_REPORT, automatic: \"no\"}"));
        filed.add(2025);
        cures.filed(report(2025));
        assertThat(noted).isEmpty();
        filed.add(2026);
        cures.filed(report(2026));
        assertThat(noted)
                .containsExactly(
                        new Cure(entry.id(), How.REPORT_FILED, LocalDate.of(2027, 7, 15), LocalDate.of(2027, 7, 22)));
    }

    @Test
    void where_the_system_removes_nothing_waits_for_an_officer() {
        filed.addAll(List.of(2025, 2026));
        cures(RuleFile.resource(ListRules.class, RULES).text()).filed(report(2026));
        assertThat(noted).isEmpty();
    }

    private NoteCures cures(String rules) {
        AnnualReports reports = only(AnnualReports.class, "filedYears", filed);
        AbnormalEntries entries = only(AbnormalEntries.class, "of", List.of(entry));
        var duties = new ReportDuties(reports, bizId -> Set.of(), ReportRules.bundled(), time);
        Cures cures = (Cures) Proxy.newProxyInstance(
                Cures.class.getClassLoader(), new Class<?>[] {Cures.class}, (proxy, method, values) -> {
                    noted.add((Cure) values[0]);
                    return null;
                });
        return new NoteCures(
                only(Businesses.class, "find", Optional.of(KNOWN)),
                entries,
                new MissingReports(duties, entries),
                cures,
                new ListRules(RuleSets.load(new RuleFile(RULES, rules)), WorkingDays.bundled()),
                time);
    }

    /** A port of which one question is asked, with always the same answer. */
    private static <T> T only(Class<T> port, String question, Object answer) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, values) -> {
                    assertThat(method.getName()).isEqualTo(question);
                    return answer;
                }));
    }

    private static AbnormalEntry entry(int year) {
        LocalDate listedOn = LocalDate.of(year + 1, 7, 6);
        return new AbnormalEntry(
                new AbnormalEntryId(UUID.randomUUID()),
                BUSINESS,
                new Cause(AbnormalGround.ABN_REPORT, year, LocalDate.of(year + 1, 7, 1)),
                new Decision("1号", listedOn, "620702-0017"),
                new Shown(listedOn, LocalDate.of(year + 2, 6, 30)),
                null);
    }

    private static AnnualReport report(int year) {
        return new AnnualReport(
                new ReportId(UUID.randomUUID()),
                BUSINESS,
                year,
                true,
                1,
                new AnnualReport.Filing(
                        KNOWN.tenureId(), ReportChannel.ONLINE, true, Map.of(), NOW, "filing page", null));
    }
}
