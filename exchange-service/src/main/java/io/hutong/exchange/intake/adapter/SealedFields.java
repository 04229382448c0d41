package io.hutong.exchange.intake.adapter;

import io.hutong.events.Audience;
import io.hutong.events.DomainEvent;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** For whom each sealed field is sealed, by the contract's table of fields. */
@Singleton
class SealedFields {
    private static final String TABLE = "/contract/fields.csv";
    private static final int COLUMNS = 6;

    private final Map<String, Audience> audiences = new HashMap<>();

    SealedFields() {
        try (InputStream table = DomainEvent.class.getResourceAsStream(TABLE)) {
            if (table == null) {
                throw new IllegalStateException("no " + TABLE + " on the class path");
            }
            new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))
                    .lines()
                    .map(line -> line.split(",", -1))
                    .skip(1)
                    .filter(cells -> cells.length == COLUMNS && !cells[COLUMNS - 1].isEmpty())
                    .forEach(cells -> audiences.put(cells[0] + cells[1], Audience.valueOf(cells[COLUMNS - 1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Audience of(String type, String field) {
        Audience audience = audiences.get(type + "/" + field);
        if (audience == null) {
            throw new IllegalStateException("the contract names no audience for " + field + " of " + type);
        }
        return audience;
    }
}
