package io.hutong.tax.changesync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hutong.events.BusinessStatus;
import io.hutong.events.ChangeKind;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.OperatorTenureId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.tax.fact.FactItem;
import io.hutong.tax.fact.FactStatement;
import io.hutong.tax.fact.FactValue;
import io.hutong.tax.fact.StateFact;
import io.hutong.tax.fact.StatedFact;
import io.hutong.tax.fact.TaxFact;
import io.hutong.web.Problem;
import io.hutong.web.imports.ImportLine;
import io.hutong.web.imports.LineOutcome;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Nobody answers for what a former operator owes: neither by file nor at the keyboard. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FactsOfTenuresTest {
    private static final DivisionCode COUNTY = DivisionCode.of("620702");

    private final TaxOffice tax = new TaxOffice();
    private final OperatorTenureId tenureB = TaxOffice.tenure();

    @Test
    void without_a_tenure_what_was_so_before_the_current_operator_began_is_nobodys() {
        LocalDate before = passedToB();

        assertThat(codes(load(line(null, before), line(null, tax.today())))).containsExactly("fact.tenure", "");
        assertThat(fined(tenureB)).containsExactly(tax.today());
        assertThat(fined(tax.tenureA)).isEmpty();

        Problem refused = catchThrowableOfType(Problem.class, () -> tax.state.handle(atTheKeyboard(null, before)));
        assertThat(refused.violations())
                .singleElement()
                .satisfies(violation -> assertThat(List.of(violation.pointer(), violation.code()))
                        .containsExactly("/tenureId", "fact.tenure"));
    }

    @Test
    void with_its_tenure_it_belongs_to_the_former_operator_and_of_no_other_business_is_any_tenure_taken() {
        LocalDate before = passedToB();

        assertThat(codes(load(line(tax.tenureA, before), line(TaxOffice.tenure(), before))))
                .containsExactly("", "fact.tenure");
        tax.state.handle(atTheKeyboard(tax.tenureA, before.minusDays(1)));

        assertThat(fined(tax.tenureA)).containsExactly(before, before.minusDays(1));
        assertThat(fined(tenureB)).isEmpty();
    }

    @Test
    void the_first_operator_whom_tax_knows_answers_for_every_earlier_day_also_when_the_next_one_is_annulled() {
        tax.loaded();
        LocalDate before = tax.today().minusYears(1);
        assertThat(codes(load(line(null, before)))).containsExactly("");

        tax.annulled(
                tax.passed(tax.tenureA, tenureB, "乙"),
                ChangeKind.OPERATOR,
                tax.restored(BusinessStatus.ACTIVE, tax.tenureA, "甲"));
        assertThat(codes(load(line(null, before)))).containsExactly("");
        assertThat(fined(tax.tenureA)).containsExactly(before, before);
    }

    @Test
    void lines_of_one_code_belong_together() {
        StatedFact one = tax.loadFacts.read(line(null, tax.today()));
        StatedFact next = tax.loadFacts.read(line(tenureB, tax.today()));
        Map<String, String> fields = new HashMap<>(line(null, tax.today()).fields());
        fields.put("uscc", "92620702PDY000028N");

        assertThat(tax.loadFacts.together(one, next)).isTrue();
        assertThat(tax.loadFacts.together(one, tax.loadFacts.read(new ImportLine(3, fields))))
                .isFalse();
    }

    /** The last day of the former operator. */
    private LocalDate passedToB() {
        tax.opened();
        LocalDate before = tax.today();
        tax.sleep(Duration.ofDays(1));
        tax.passed(tax.tenureA, tenureB, "乙");
        return before;
    }

    private List<LocalDate> fined(OperatorTenureId tenure) {
        return tax.facts.stream()
                .filter(fact -> fact.tenureId().equals(tenure) && fact.item() == FactItem.FINES)
                .map(TaxFact::validFrom)
                .toList();
    }

    private List<LineOutcome> load(ImportLine... lines) {
        return tax.loadFacts.take(
                List.of(lines).stream().map(tax.loadFacts::read).toList());
    }

    private static List<String> codes(List<LineOutcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> outcome instanceof LineOutcome.Refused refused
                        ? refused.reason().violations().get(0).code()
                        : "")
                .toList();
    }

    private StateFact.Command atTheKeyboard(@Nullable OperatorTenureId tenure, LocalDate validFrom) {
        return new StateFact.Command(
                tax.biz, tenure, new FactStatement(FactItem.FINES, FactValue.YES, null, null, "OFFICER", validFrom));
    }

    private ImportLine line(@Nullable OperatorTenureId tenure, LocalDate validFrom) {
        Map<String, String> fields = new HashMap<>();
        fields.put("uscc", UnifiedSocialCreditCode.synthetic(COUNTY, 7).value());
        fields.put("item", "FINES");
        fields.put("value", "YES");
        fields.put("validFrom", validFrom.toString());
        if (tenure != null) {
            fields.put("tenureId", tenure.value());
        }
        return new ImportLine(2, fields);
    }
}
