package io.hutong.registration.creditstanding;

import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.events.AbnormalGround;
import io.hutong.events.CreditEvent;
import io.hutong.events.CreditEvent.AbnormalListed;
import io.hutong.events.CreditEvent.AbnormalRemoved;
import io.hutong.events.CreditEvent.AnnualReportSubmitted;
import io.hutong.events.CreditEvent.SeriousListed;
import io.hutong.events.CreditEvent.SeriousListingRevoked;
import io.hutong.events.CreditEvent.SeriousRemoved;
import io.hutong.events.ReportChannel;
import io.hutong.events.SeriousGround;
import io.hutong.identity.AbnormalEntryId;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.PenaltyId;
import io.hutong.identity.ReportId;
import io.hutong.identity.SeriousEntryId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.registration.register.CreditKnown.Answers;
import io.hutong.rules.Fact;
import io.hutong.rules.Value;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CreditStandingTest {
    private static final UnifiedSocialCreditCode USCC = UnifiedSocialCreditCode.synthetic(DivisionCode.of("620702"), 2);
    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    private static final AbnormalListed NO_REPORT = listed(AbnormalGround.ABN_REPORT, 2025, "甘市监异字〔2026〕1号");
    private static final AbnormalListed FALSE_REPORT = listed(AbnormalGround.ABN_FALSE, 2025, "甘市监异字〔2026〕2号");
    private static final AbnormalListed UNREACHABLE = listed(AbnormalGround.ABN_UNREACHABLE, null, "甘市监异字〔2026〕3号");
    private static final Fact YES = Fact.of(Value.YES, "AMR_CREDIT");
    private static final Fact NO = Fact.of(Value.NO, "AMR_CREDIT");
    private static final Answers IN_DOUBT = new Answers(Fact.of(Value.UNKNOWN, "AMR_CREDIT"), Fact.UNKNOWN);
    private static final SeriousListed SERIOUS = new SeriousListed(
            new SeriousEntryId(UUID.randomUUID()),
            USCC,
            SeriousGround.SAFETY,
            new PenaltyId(UUID.randomUUID()),
            "甘市监严列字〔2026〕1号",
            DAY,
            DAY.plusYears(3));

    @Test
    void an_entry_for_want_of_a_report_answers_both_conditions_with_its_decision() {
        assertThat(after(NO_REPORT).answers(2025))
                .isEqualTo(new Answers(by(NO_REPORT, Value.YES), by(NO_REPORT, Value.NO)));
    }

    @Test
    void an_entry_on_another_ground_or_for_another_year_says_nothing_of_the_report() {
        assertThat(after(FALSE_REPORT).answers(2025)).isEqualTo(new Answers(by(FALSE_REPORT, Value.YES), Fact.UNKNOWN));
        assertThat(after(UNREACHABLE).answers(2025)).isEqualTo(new Answers(by(UNREACHABLE, Value.YES), Fact.UNKNOWN));
        assertThat(after(NO_REPORT).answers(2026)).isEqualTo(new Answers(by(NO_REPORT, Value.YES), Fact.UNKNOWN));
    }

    @Test
    void a_report_that_was_filed_answers_for_its_year_and_no_entry_for_both_lists() {
        assertThat(after(filed(2025)).answers(2025)).isEqualTo(new Answers(NO, YES));
        assertThat(after(filed(2025)).answers(2026)).isEqualTo(new Answers(NO, Fact.UNKNOWN));
    }

    @Test
    void a_report_filed_late_counts_while_the_entry_stands_until_it_is_removed() {
        assertThat(after(NO_REPORT, filed(2025)).answers(2025)).isEqualTo(new Answers(by(NO_REPORT, Value.YES), YES));
        assertThat(after(NO_REPORT, filed(2025), removed(NO_REPORT, false)).answers(2025))
                .isEqualTo(new Answers(NO, YES));
    }

    @Test
    void one_of_two_entries_removed_leaves_the_other() {
        assertThat(after(NO_REPORT, UNREACHABLE, removed(NO_REPORT, true)).answers(2025))
                .isEqualTo(new Answers(by(UNREACHABLE, Value.YES), Fact.UNKNOWN));
    }

    @Test
    void what_is_stated_again_changes_nothing() {
        assertThat(after(NO_REPORT, NO_REPORT)).isEqualTo(after(NO_REPORT));
        assertThat(after(filed(2025), filed(2024), filed(2025)).filedYears()).containsExactly(2024, 2025);
        assertThat(after(NO_REPORT, removed(NO_REPORT, false), removed(NO_REPORT, false)))
                .isEqualTo(after(NO_REPORT, removed(NO_REPORT, false)));
    }

    @Test
    void after_a_gap_nobody_is_said_to_be_on_the_list_or_off_it_until_credit_says_so() {
        CreditStanding gap = after(filed(2024), NO_REPORT).afterGap();
        assertThat(gap.listed()).isEmpty();
        assertThat(gap.answers(2025)).isEqualTo(IN_DOUBT);
        assertThat(gap.answers(2025).inDoubt()).isTrue();
        assertThat(Answers.NONE.inDoubt()).isFalse();
        assertThat(gap.answers(2024).reportFiled()).isEqualTo(YES);

        assertThat(gap.after(filed(2025)).listed()).isEmpty();
        assertThat(gap.after(removed(NO_REPORT, true)).listed()).isEmpty();
        assertThat(gap.after(UNREACHABLE).listed()).contains(true);
        assertThat(gap.after(UNREACHABLE).after(removed(UNREACHABLE, true)).listed())
                .isEmpty();
        assertThat(gap.after(UNREACHABLE).after(removed(UNREACHABLE, false)).listed())
                .contains(false);
    }

    @Test
    void a_listing_that_was_left_out_ends_no_entry_that_is_known() {
        CreditStanding gap = after(UNREACHABLE).afterMissedListing();
        assertThat(gap.listed()).contains(true);
        assertThat(gap.after(removed(UNREACHABLE, true)).listed()).isEmpty();
        assertThat(after(filed(2025)).afterMissedListing().listed()).isEmpty();
    }

    @Test
    void whom_an_unknown_entry_keeps_on_the_list_is_not_said_to_be_off_it() {
        assertThat(after(NO_REPORT, removed(NO_REPORT, true)).listed()).isEmpty();
    }

    @Test
    void an_entry_in_the_serious_violation_list_answers_too_until_it_is_removed() {
        Fact listed = new Fact(Value.YES, "AMR_CREDIT", DAY, null, SERIOUS.decisionNo());
        assertThat(after(SERIOUS).answers(2025)).isEqualTo(new Answers(listed, Fact.UNKNOWN));
        assertThat(after(SERIOUS).serious().listed()).contains(true);
        assertThat(after(SERIOUS).listed()).contains(false);
        assertThat(after(SERIOUS, SERIOUS)).isEqualTo(after(SERIOUS));
        assertThat(after(SERIOUS, left(false)).answers(2025)).isEqualTo(new Answers(NO, Fact.UNKNOWN));
        assertThat(after(NO_REPORT, SERIOUS, left(false)).listed()).contains(true);
    }

    @Test
    void a_listing_that_was_revoked_answers_no_longer() {
        var revoked = new SeriousListingRevoked(SERIOUS.entryId(), USCC, DAY.plusMonths(1), false);
        assertThat(CreditStanding.isChangedBy(revoked)).isTrue();
        assertThat(after(SERIOUS, revoked).answers(2025)).isEqualTo(new Answers(NO, Fact.UNKNOWN));
    }

    @Test
    void who_may_be_on_one_of_the_lists_is_not_said_to_be_on_neither() {
        CreditStanding gap = after(SERIOUS).with(after(SERIOUS).serious().afterGap());
        assertThat(gap.answers(2025)).isEqualTo(IN_DOUBT);
        assertThat(gap.serious().listed()).isEmpty();
        assertThat(gap.after(left(false)).answers(2025)).isEqualTo(new Answers(NO, Fact.UNKNOWN));
        assertThat(after(SERIOUS, left(true)).serious().listed()).isEmpty();
        CreditStanding missed = after(SERIOUS).with(after(SERIOUS).serious().afterMissedListing());
        assertThat(missed.serious().listed()).contains(true);
        assertThat(missed.after(left(true)).serious().listed()).isEmpty();
    }

    private static SeriousRemoved left(boolean stillListed) {
        return new SeriousRemoved(SERIOUS.entryId(), USCC, SeriousRemoved.Mode.REPAIRED, DAY.plusYears(1), stillListed);
    }

    private static CreditStanding after(CreditEvent... events) {
        CreditStanding standing = CreditStanding.CLEAN;
        for (CreditEvent event : List.of(events)) {
            standing = standing.after(event);
        }
        return standing;
    }

    private static Fact by(AbnormalListed entry, Value value) {
        return new Fact(value, "AMR_CREDIT", entry.listedOn(), null, entry.decisionNo());
    }

    private static AnnualReportSubmitted filed(int year) {
        return new AnnualReportSubmitted(
                new ReportId(UUID.randomUUID()), USCC, year, 1, false, ReportChannel.ONLINE, true);
    }

    private static AbnormalListed listed(AbnormalGround ground, @Nullable Integer year, String decisionNo) {
        var id = new AbnormalEntryId(UUID.randomUUID());
        return new AbnormalListed(id, USCC, ground, year, decisionNo, DAY, DAY, null);
    }

    private static AbnormalRemoved removed(AbnormalListed entry, boolean stillListed) {
        return new AbnormalRemoved(
                entry.entryId(),
                USCC,
                entry.ground(),
                entry.reportYear(),
                AbnormalRemoved.Mode.OFFICER,
                "甘市监异移字〔2026〕1号",
                DAY.plusMonths(1),
                stillListed);
    }
}
