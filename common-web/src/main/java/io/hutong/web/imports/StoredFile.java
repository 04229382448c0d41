package io.hutong.web.imports;

import io.hutong.web.AnswerVault;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a stored file line by line, chunk by chunk. */
final class StoredFile {
    private final ImportTables tables;
    private final AnswerVault vault;
    private final String importId;
    private byte[] chunk = new byte[0];
    private int place;
    private int next;

    StoredFile(ImportTables tables, AnswerVault vault, String importId) {
        this.tables = tables;
        this.vault = vault;
        this.importId = importId;
    }

    /** The next line without its end, cut where it is longer than any line may be; null after the last. */
    byte @Nullable [] nextLine() {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        int next = read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            if (line.size() < CsvFormat.LONGEST_LINE) {
                line.write(next);
            }
            next = read();
        }
        return line.toByteArray();
    }

    private int read() {
        while (place == chunk.length) {
            Optional<byte[]> stored = tables.chunk(importId, next);
            if (stored.isEmpty()) {
                return -1;
            }
            next++;
            place = 0;
            chunk = Base64.getDecoder().decode(vault.unlock(stored.get()));
        }
        return chunk[place++] & 0xff;
    }
}
