package io.hutong.local.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.hutong.identity.DivisionCode;
import io.hutong.identity.Divisions;
import io.hutong.identity.ResidentId;
import io.hutong.identity.UnifiedSocialCreditCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SampleFilesTest {
    private static final int COUNT = 2_000;

    @TempDir
    Path folder;

    @Test
    void the_same_seed_writes_the_same_files_and_another_seed_others() throws IOException {
        SampleFiles.Written first = SampleFiles.write(folder.resolve("a"), COUNT, 7);
        SampleFiles.Written again = SampleFiles.write(folder.resolve("b"), COUNT, 7);
        SampleFiles.Written other = SampleFiles.write(folder.resolve("c"), COUNT, 8);

        assertThat(Files.mismatch(first.businesses(), again.businesses())).isEqualTo(-1);
        assertThat(Files.mismatch(first.facts(), again.facts())).isEqualTo(-1);
        assertThat(Files.mismatch(first.businesses(), other.businesses())).isNotEqualTo(-1);
    }

    @Test
    void every_business_has_a_valid_code_a_prescribed_name_a_real_village_and_an_operator_of_age() throws IOException {
        List<String> lines =
                Files.readAllLines(SampleFiles.write(folder, COUNT, 7).businesses());
        Divisions divisions = Divisions.bundled();
        Set<String> names = new HashSet<>();
        Set<String> codes = new HashSet<>();
        Set<String> people = new HashSet<>();

        for (String line : lines.subList(1, lines.size())) {
            String[] field = line.split(",", -1);
            assertThat(field).hasSize(SampleBusiness.HEADER.split(",").length);
            assertThat(UnifiedSocialCreditCode.of(field[0]).value()).isEqualTo(field[0]);
            assertThat(field[1]).startsWith("张掖市甘州区").endsWith("（个体工商户）");
            assertThat(divisions.find(DivisionCode.of(field[6]))).isPresent();
            assertThat(ResidentId.of(field[13]).birthDate().getYear()).isBetween(1900, 1909);
            assertThat(LocalDate.parse(field[16])).isBefore(LocalDate.of(2006, 1, 1));
            assertThat(names.add(field[1])).as("name used once").isTrue();
            assertThat(codes.add(field[0])).as("code used once").isTrue();
            assertThat(people.add(field[13])).as("person used once").isTrue();
        }
        assertThat(lines).hasSize(COUNT + 1);
    }

    @Test
    void about_three_gates_in_ten_hold_and_every_blocking_item_occurs() throws IOException {
        SampleFiles.Written written = SampleFiles.write(folder, COUNT, 7);
        Set<String> open = new TreeSet<>();
        for (String line : Files.readAllLines(written.facts())) {
            String[] field = line.split(",", -1);
            boolean handedIn = field[1].endsWith("_CANCELLED");
            boolean history = field[1].equals("EVER_HANDLED_TAX") || field[1].equals("INVOICE_EVER_ISSUED");
            if (!history && field[2].equals(handedIn ? "NO" : "YES")) {
                open.add(field[1]);
            }
        }

        assertThat(written.held() / (double) COUNT).isCloseTo(0.30, within(0.03));
        assertThat(open)
                .containsExactly(
                        "ARREARS",
                        "DEVICES_CANCELLED",
                        "FINES",
                        "INVOICES_CANCELLED",
                        "LATE_FEE",
                        "OTHER_OPEN.LIQUIDATION_FILING",
                        "OTHER_OPEN.NON_NORMAL",
                        "OTHER_OPEN.ORDER_TO_CORRECT",
                        "OTHER_OPEN.OTHER",
                        "OTHER_OPEN.PIT_SETTLEMENT",
                        "OTHER_OPEN.REFUND_PENDING",
                        "OTHER_OPEN.SPECIAL_ADJUSTMENT",
                        "OTHER_OPEN.TRANSFER_PENDING",
                        "OTHER_OPEN.UNFILED_RETURN",
                        "UNDER_INSPECTION");
    }

    @Test
    void broken_lines_are_as_many_as_wanted_broken_in_every_way_and_named() throws IOException {
        SampleFiles.Written written = SampleFiles.write(folder, COUNT, 7, 100);
        List<String> whole = Files.readAllLines(
                SampleFiles.write(folder.resolve("whole"), COUNT, 7).businesses());
        List<String> lines = Files.readAllLines(written.businesses(), StandardCharsets.ISO_8859_1);
        List<String> expected = Files.readAllLines(written.broken());

        Set<Integer> named = expected.stream()
                .skip(1)
                .map(line -> Integer.valueOf(line.split(",")[0]))
                .collect(Collectors.toSet());
        Set<Integer> strange = new TreeSet<>();
        Set<String> known = new HashSet<>();
        whole.forEach(
                line -> known.add(new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)));
        for (int i = 0; i < lines.size(); i++) {
            if (!known.contains(lines.get(i))) {
                strange.add(i + 1);
            }
        }
        assertThat(strange).hasSize(100).isEqualTo(named);
        assertThat(expected.stream().map(line -> line.split(",")[1]))
                .contains(Stream.of(Breakage.values())
                        .flatMap(way -> way.codes().stream())
                        .toArray(String[]::new));
    }

    @Test
    void a_line_break_within_a_field_leaves_an_open_quote_and_a_line_with_too_few_columns() throws IOException {
        SampleFiles.Written written = SampleFiles.write(folder, COUNT, 7, 100);
        List<String> lines = Files.readAllLines(written.businesses(), StandardCharsets.ISO_8859_1);
        List<String> expected = Files.readAllLines(written.broken());
        String second = new String("后院\"".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        int at = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).startsWith(second))
                .findFirst()
                .orElseThrow();

        assertThat(expected).contains(at + ",csv.quotes", at + 1 + ",csv.columns");
        assertThat(lines.get(at - 1).chars().filter(c -> c == '"').count()).isOdd();
        assertThat(lines.get(at).split(",", -1).length).isLessThan(SampleBusiness.HEADER.split(",").length);
    }

    @Test
    void more_businesses_than_one_county_has_codes_are_refused() {
        assertThatThrownBy(() -> SampleFiles.write(folder, 100_000, 7)).isInstanceOf(IllegalArgumentException.class);
    }
}
