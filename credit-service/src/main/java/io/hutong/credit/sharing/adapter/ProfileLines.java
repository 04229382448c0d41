package io.hutong.credit.sharing.adapter;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Profiles on their way to a bank, a line each. A consent stays locked while its line is handed over, so no line may wait for
 * a bank that does not read: that is waited for before.
 */
final class ProfileLines {
    /** For all lines of an answer together: a bank that reads slowly keeps a thread no longer than this. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final long LOOK_EVERY = 20;

    private final OutputStream out;
    private final HttpServerResponse connection;
    private final ObjectMapper json;
    private long patience = PATIENCE.toNanos();

    ProfileLines(OutputStream out, HttpServerResponse connection, ObjectMapper json) {
        this.out = out;
        this.connection = connection;
        this.json = json;
    }

    /** Waits until the connection takes a line at once; whoever lets it wait too long gets nothing more. */
    void awaitRoom() throws IOException {
        long began = System.nanoTime();
        while (connection.writeQueueFull()) {
            if (System.nanoTime() - began > patience) {
                throw new IOException("the bank does not read");
            }
            try {
                Thread.sleep(LOOK_EVERY);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("stopped");
            }
        }
        patience -= System.nanoTime() - began;
    }

    void write(ProfileJson profile) {
        try {
            out.write((json.writeValueAsString(profile) + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
