package io.hutong.tax.fact.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** An upload on disk, readable by this process's user alone, with its digest: the database is not kept waiting for a slow client. */
final class SpooledFile implements AutoCloseable {
    private final Path path;
    private final String digest;

    private SpooledFile(Path path, String digest) {
        this.path = path;
        this.digest = digest;
    }

    static SpooledFile of(InputStream body) throws IOException {
        Path path = Files.createTempFile("hutong-facts", ".csv");
        try (DigestInputStream in = new DigestInputStream(body, sha256());
                OutputStream out = Files.newOutputStream(path)) {
            in.transferTo(out);
            return new SpooledFile(
                    path, HexFormat.of().formatHex(in.getMessageDigest().digest()));
        } catch (IOException failure) {
            Files.deleteIfExists(path);
            throw failure;
        }
    }

    Path path() {
        return path;
    }

    String digest() {
        return digest;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
