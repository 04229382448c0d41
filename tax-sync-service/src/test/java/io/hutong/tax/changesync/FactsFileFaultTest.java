package io.hutong.tax.changesync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.tax.fact.FactItem;
import io.hutong.tax.fact.FactsImport;
import io.hutong.tax.fact.FactsImports.LineError;
import io.hutong.tax.fact.WorkFactsFiles;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FactsFileFaultTest {
    private final TaxOffice tax = new TaxOffice();
    private final UnifiedSocialCreditCode bad = tax.other(11, true);
    private final UnifiedSocialCreditCode good = tax.other(12, false);

    @Test
    void a_business_whose_lines_fail_again_and_again_is_set_aside_and_the_rest_of_the_file_recorded() {
        UUID file = tax.imports.file(line(bad), line(good), line(bad));
        UUID later = tax.imports.file(line(good));

        look(WorkFactsFiles.MOST_FAILURES);
        assertThat(state(file).state()).isEqualTo(FactsImport.State.RUNNING);
        look(1);

        assertThat(state(file).state()).isEqualTo(FactsImport.State.DONE);
        assertThat(state(file).recorded()).isEqualTo(1);
        assertThat(tax.imports.errors(file, 0, 10))
                .extracting(LineError::line, error -> error.finding().code())
                .containsExactly(tuple(2L, "fact.business-failed"), tuple(4L, "fact.business-failed"));
        assertThat(state(later).recorded()).isEqualTo(1);
    }

    @Test
    void what_fails_in_one_file_is_tried_anew_in_the_next() {
        tax.imports.file(line(bad));
        UUID later = tax.imports.file(line(bad), line(good));

        look(WorkFactsFiles.MOST_FAILURES + 1);

        assertThat(state(later).state()).isEqualTo(FactsImport.State.RUNNING);
    }

    @Test
    void a_database_that_is_away_is_waited_for_and_no_fault_of_the_file() {
        UUID file = tax.imports.file(line(good));
        tax.imports.away(true);
        look(3 * WorkFactsFiles.MOST_FAILURES);
        tax.imports.away(false);

        look(1);

        assertThat(state(file).recorded()).isEqualTo(1);
        assertThat(tax.facts).extracting(fact -> fact.item()).containsExactly(FactItem.NON_NORMAL);
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            tax.files.handle();
        }
    }

    private FactsImport state(UUID file) {
        return tax.imports.find(file).orElseThrow();
    }

    private static String line(UnifiedSocialCreditCode uscc) {
        return uscc.value() + "," + FactItem.NON_NORMAL.code() + ",YES,,,,";
    }
}
