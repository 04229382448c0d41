package io.hutong.tax;

import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.events.Block;
import io.hutong.events.TaxEvent;
import io.hutong.events.TaxEvent.ChangeCompleted.Mode;
import io.hutong.events.TaxEvent.ChangeRefused.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The page that tells agencies what the codes of receipts mean. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReceiptsPageTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z_]+)` (\\|[^|\\n]+){4}\\|$");

    @Test
    void every_code_of_tax_has_a_row_in_both_languages_and_no_row_is_left_of_another() throws IOException {
        String page = Files.readString(Path.of("../docs/receipts.md"));
        Stream<String> enumerated = Stream.<Enum<?>[]>of(Mode.values(), Block.Class.values(), Reason.values())
                .flatMap(Stream::of)
                .map(Enum::name);

        assertThat(ROW.matcher(page).results().map(row -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(enumerated, Stream.of(TaxEvent.OFFICER_DECISION, TaxEvent.OPERATOR_DECISION))
                                .collect(Collectors.toCollection(TreeSet::new)));
    }
}
