package io.hutong.tax.fact;

import io.hutong.messaging.UuidV7;
import io.hutong.tax.fact.FactsImports.Chunk;
import io.hutong.tax.problem.TaxProblems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes a file of facts into the database, whole or not at all; it is worked on afterwards, chunk by chunk. */
@ApplicationScoped
public class ReceiveFactsFile {
    private static final int CHUNK = 500;

    private final FactsImports imports;
    private final UuidV7 ids;
    private final Clock clock;

    public ReceiveFactsFile(FactsImports imports, UuidV7 ids, Clock clock) {
        this.imports = imports;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public FactsImport handle(BufferedReader file, String receivedBy) throws IOException {
        requireHeader(file.readLine());
        UUID id = ids.next();
        List<String> lines = new ArrayList<>(CHUNK);
        long firstLine = 2;
        int chunks = 0;
        for (String line = file.readLine(); line != null; line = file.readLine()) {
            lines.add(line);
            if (lines.size() == CHUNK) {
                imports.add(id, new Chunk(chunks++, firstLine, String.join("\n", lines)));
                firstLine += CHUNK;
                lines.clear();
            }
        }
        if (!lines.isEmpty() || chunks == 0) {
            imports.add(id, new Chunk(chunks++, firstLine, String.join("\n", lines)));
        }
        FactsImport received =
                new FactsImport(id, clock.instant(), receivedBy, FactsImport.State.RUNNING, chunks, 0, 0, 0, 0, null);
        imports.add(received);
        return received;
    }

    private static void requireHeader(@Nullable String first) {
        String header = first == null ? "" : first.replace("\uFEFF", "").strip();
        if (!header.equals(FactsCsv.HEADER)) {
            throw TaxProblems.invalid(
                    "", "facts.header", "首行应为 " + FactsCsv.HEADER, "the first line is " + FactsCsv.HEADER);
        }
    }
}
