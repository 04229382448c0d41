package io.hutong.web.imports;

import io.hutong.time.LegalTime;
import io.hutong.web.AnswerVault;
import io.hutong.web.Caller;
import io.hutong.web.CommonProblems;
import io.hutong.web.Cursor;
import io.hutong.web.Language;
import io.hutong.web.Page;
import io.hutong.web.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes files in: stored encrypted first, worked on afterwards. The same file sent again is the same import, so that
 * nothing counts twice, a failed one goes on, and the refused lines of a finished one are tried again: what they lacked may
 * have come meanwhile.
 */
@ApplicationScoped
public class Imports {
    private static final int CHUNK = 192 * 1024;

    private final ImportTables tables;
    private final ImportWorker worker;
    private final AnswerVault vault;
    private final Caller caller;
    private final Clock clock;

    Imports(ImportTables tables, ImportWorker worker, AnswerVault vault, Caller caller, Clock clock) {
        this.tables = tables;
        this.worker = worker;
        this.vault = vault;
        this.caller = caller;
        this.clock = clock;
    }

    /** Stores the file to its end and lets the worker begin; 422 if its first line does not name the columns. */
    public ImportView accept(ImportKind<?> kind, InputStream file) {
        String id = UUID.randomUUID().toString();
        tables.begin(id, kind.name(), caller.clientId(), LegalTime.today(clock));
        try {
            String digest = store(id, kind, file);
            String standing = settle(id, kind.name(), digest);
            worker.wake();
            return view(kind, standing);
        } catch (IOException e) {
            tables.discard(id);
            throw Problem.of(
                    CommonProblems.BAD_REQUEST, "文件没有完整收到，请重新发送。", "The file did not arrive whole: send it again.");
        } catch (RuntimeException e) {
            tables.discard(id);
            throw e;
        }
    }

    public ImportView view(ImportKind<?> kind, String importId) {
        return tables.find(importId)
                .filter(view -> view.kind().equals(kind.name()))
                .orElseThrow(() -> Problem.of(CommonProblems.NOT_FOUND, "没有这次导入。", "There is no such import."));
    }

    /** The refused lines in the order of the file. */
    public Page<RefusedLine> refused(
            ImportKind<?> kind,
            String importId,
            @Nullable String cursor,
            @Nullable Integer limit,
            @Nullable String acceptLanguage) {
        view(kind, importId);
        long after =
                cursor == null ? 0 : Long.parseLong(Cursor.decode(cursor, 1).get(0));
        int size = Page.limit(limit);
        List<RefusedLine> lines = tables.refused(importId, after, size + 1, Language.of(acceptLanguage) == Language.ZH);
        return Page.of(lines, size, line -> line, last -> Long.toString(last.line()));
    }

    private String settle(String id, String kind, String digest) {
        if (tables.received(id, digest)) {
            return id;
        }
        String first = tables.sameFile(kind, digest).orElseThrow();
        QuarkusTransaction.requiringNew().run(() -> {
            tables.goOn(first);
            tables.again(first, id);
            tables.discard(id);
        });
        return first;
    }

    private String store(String id, ImportKind<?> kind, InputStream file) throws IOException {
        MessageDigest sha256 = sha256();
        for (int number = 0; ; number++) {
            byte[] chunk = file.readNBytes(CHUNK);
            if (number == 0) {
                CsvFormat.header(firstLine(chunk), kind);
            }
            if (chunk.length == 0) {
                return HexFormat.of().formatHex(sha256.digest());
            }
            sha256.update(chunk);
            tables.chunk(id, number, vault.lock(Base64.getEncoder().encodeToString(chunk)));
        }
    }

    private static byte[] firstLine(byte[] chunk) {
        int end = 0;
        while (end < chunk.length && chunk[end] != '\n') {
            end++;
        }
        return Arrays.copyOf(chunk, end);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
