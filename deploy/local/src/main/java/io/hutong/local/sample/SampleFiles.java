package io.hutong.local.sample;

import io.hutong.identity.Division;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.Divisions;
import io.hutong.local.sample.SampleRegister.Place;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a sample register and the facts of its tax gate as the two files that {@code load} takes. */
public final class SampleFiles {

    /** What was written. */
    public record Written(Path businesses, Path facts, int count, long factLines, int held) {}

    private SampleFiles() {}

    public static Written write(Path folder, int count, long seed) throws IOException {
        Files.createDirectories(folder);
        Path businesses = folder.resolve("businesses.csv");
        Path facts = folder.resolve("facts.csv");
        SampleFacts source = new SampleFacts(seed);
        long factLines = 0;
        try (BufferedWriter register = writer(businesses);
                BufferedWriter gate = writer(facts)) {
            register.write(SampleBusiness.HEADER + "\n");
            gate.write(SampleFacts.HEADER + "\n");
            Iterator<SampleBusiness> all =
                    new SampleRegister(seed, villages()).businesses(count).iterator();
            while (all.hasNext()) {
                SampleBusiness business = all.next();
                register.write(line(business.fields()));
                List<List<String>> lines = source.of(business);
                for (List<String> fields : lines) {
                    gate.write(line(fields));
                }
                factLines += lines.size();
            }
        }
        return new Written(businesses, facts, count, factLines, source.held());
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

    private static String line(List<String> fields) {
        return fields.stream().map(SampleFiles::quoted).collect(Collectors.joining(",", "", "\n"));
    }

    private static String quoted(String field) {
        return field.contains(",") || field.contains("\"") ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }
}
