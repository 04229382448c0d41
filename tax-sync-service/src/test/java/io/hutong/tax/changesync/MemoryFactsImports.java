package io.hutong.tax.changesync;

import io.hutong.tax.fact.FactsImport;
import io.hutong.tax.fact.FactsImports;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

final class MemoryFactsImports implements FactsImports {
    private final Map<UUID, FactsImport> files = new LinkedHashMap<>();
    private final Map<UUID, List<Chunk>> chunks = new HashMap<>();
    private final Map<UUID, List<LineError>> errors = new HashMap<>();
    private boolean away;

    /** Whether reading fails as it does when the database is away. */
    void away(boolean now) {
        away = now;
    }

    /** A file of one chunk. */
    UUID file(String... lines) {
        UUID id = UUID.randomUUID();
        add(new FactsImport(id, Instant.EPOCH, "tax", FactsImport.State.RUNNING, 1, 0, 0, 0, 0, null));
        add(id, new Chunk(0, 2, String.join("\n", lines)));
        return id;
    }

    @Override
    public void add(FactsImport file) {
        files.put(file.id(), file);
    }

    @Override
    public void add(UUID file, Chunk chunk) {
        chunks.computeIfAbsent(file, id -> new ArrayList<>()).add(chunk);
    }

    @Override
    public Optional<FactsImport> lockNext() {
        if (away) {
            throw new IllegalStateException("cannot be read", new SQLTransientConnectionException("away"));
        }
        return files.values().stream()
                .filter(file -> file.state() == FactsImport.State.RUNNING)
                .findFirst();
    }

    @Override
    public Chunk chunk(UUID file, int number) {
        return chunks.getOrDefault(file, List.of()).get(number);
    }

    @Override
    public void progress(FactsImport file, int done, List<LineError> more) {
        files.put(file.id(), file);
        errors.computeIfAbsent(file.id(), id -> new ArrayList<>()).addAll(more);
    }

    @Override
    public Optional<FactsImport> find(UUID file) {
        return Optional.ofNullable(files.get(file));
    }

    @Override
    public List<LineError> errors(UUID file, long afterLine, int limit) {
        return errors.getOrDefault(file, List.of());
    }
}
