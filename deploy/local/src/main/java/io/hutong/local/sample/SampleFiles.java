package io.hutong.local.sample;

import io.hutong.identity.Division;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.Divisions;
import io.hutong.local.sample.SampleRegister.Place;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a sample register and the facts of its tax gate as the two files that {@code load} takes. */
public final class SampleFiles {

    /** One county's codes of the user-defined zone. */
    public static final int MOST = SampleRegister.CODES_PER_COUNTY;

    /** What was written; {@code broken} names the lines that a load must refuse, with the reason. */
    public record Written(Path businesses, Path facts, Path broken, int count, long factLines, int held) {}

    private SampleFiles() {}

    /** A register of whole lines. */
    public static Written write(Path folder, int count, long seed) throws IOException {
        return write(folder, count, seed, 0);
    }

    /** A register in which that many lines are broken, in every way in turn; facts are of the whole ones only. */
    public static Written write(Path folder, int count, long seed, int brokenLines) throws IOException {
        Files.createDirectories(folder);
        Path businesses = folder.resolve("businesses.csv");
        Path facts = folder.resolve("facts.csv");
        Path broken = folder.resolve("broken.csv");
        BrokenLines breaks = new BrokenLines(brokenLines, count);
        SampleFacts source = new SampleFacts(seed);
        long factLines = 0;
        try (OutputStream register = new BufferedOutputStream(Files.newOutputStream(businesses));
                BufferedWriter gate = writer(facts)) {
            register.write(utf8(SampleBusiness.HEADER + "\n"));
            gate.write(SampleFacts.HEADER + "\n");
            Iterator<SampleBusiness> all =
                    new SampleRegister(seed, villages()).businesses(count).iterator();
            @Nullable SampleBusiness whole = null;
            while (all.hasNext()) {
                SampleBusiness business = all.next();
                Optional<Breakage> breakage = breaks.next();
                if (breakage.isPresent()) {
                    register.write(breakage.get().of(business, Objects.requireNonNull(whole, "the first is whole")));
                    continue;
                }
                whole = business;
                register.write(utf8(CsvText.line(business.fields())));
                factLines += writeFacts(gate, source.of(business));
            }
        }
        Files.write(
                broken,
                Stream.concat(Stream.of("line,code"), breaks.expected().stream())
                        .toList());
        return new Written(businesses, facts, broken, count, factLines, source.held());
    }

    private static int writeFacts(BufferedWriter gate, List<List<String>> lines) throws IOException {
        for (List<String> fields : lines) {
            gate.write(CsvText.line(fields));
        }
        return lines.size();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<Place> villages() {
        Divisions divisions = Divisions.bundled();
        return divisions.children(SampleRegister.COUNTY).stream()
                .flatMap(township -> divisions.children(township.code()).stream())
                .map(Division::code)
                .map(code -> new Place(code.value(), fullName(divisions, code)))
                .toList();
    }

    private static String fullName(Divisions divisions, DivisionCode code) {
        return divisions.fullName(code).orElseThrow();
    }

    private static BufferedWriter writer(Path file) throws IOException {
        return Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    }
}
