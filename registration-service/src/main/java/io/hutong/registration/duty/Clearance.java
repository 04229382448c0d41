package io.hutong.registration.duty;

import io.hutong.events.Block;
import io.hutong.identity.CertificateId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tax clearance that an application waits for (Order 103 art. 18-19). */
public record Clearance(
        State state,
        Instant since,
        List<Blocking> blocks,
        @Nullable CertificateId certificateId,
        @Nullable LocalDate validUntil) {
    /** What tax has answered last. */
    public enum State {
        REQUESTED,
        HELD,
        ISSUED,
        REFUSED,
        REVOKED
    }

    public Clearance {
        blocks = List.copyOf(blocks);
    }

    /** Tax holds it; {@code before} is what tax had answered last. */
    static Clearance held(@Nullable Clearance before, List<Block> blocks, Instant at) {
        Clearance known = before != null && before.state == State.HELD ? before : in(State.HELD, at);
        return new Clearance(State.HELD, known.since, Blocking.restated(known.blocks, blocks, at), null, null);
    }

    /** Whether it is worth nothing without its application: what is asked for or waits to be used. */
    boolean goesWithApplication() {
        return state == State.REQUESTED || state == State.HELD || state == State.ISSUED;
    }

    /** Whether its last day has passed. */
    public boolean expired(LocalDate on) {
        return validUntil != null && on.isAfter(validUntil);
    }

    static Clearance in(State state, Instant since) {
        return new Clearance(state, since, List.of(), null, null);
    }
}
