package io.hutong.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads a table that comes with the product: UTF-8, one record a line, the first line names the columns. */
public final class BundledTable {
    private BundledTable() {}

    /** The records of {@code /data/name}, in their order. */
    public static List<String> lines(String name) {
        try (InputStream stream = BundledTable.class.getResourceAsStream("/data/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("missing resource /data/" + name);
            }
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .skip(1)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
