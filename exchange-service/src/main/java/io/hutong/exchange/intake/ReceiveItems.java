package io.hutong.exchange.intake;

import io.hutong.exchange.agency.RegisteredAgency;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Receives what came in one request or file: within the agency's limits, well-formed items are taken together, the others
 * are refused one by one. If two requests of an agency collide, ours is tried again: the sender need not know.
 */
@ApplicationScoped
public class ReceiveItems {
    private static final int ATTEMPTS = 4;

    /** Duplicate key, lock wait, deadlock. */
    private static final Set<Integer> COLLISIONS = Set.of(1062, 1205, 1213);

    private final TakeEvents take;
    private final LimitIntake limits;

    ReceiveItems(TakeEvents take, LimitIntake limits) {
        this.take = take;
        this.limits = limits;
    }

    /** One outcome per item, in their order. */
    public List<Outcome> handle(RegisteredAgency sender, List<Item> items) {
        limits.handle(sender, items.size());
        return unhurried(sender, items);
    }

    /** The same for what is worked on one after the other and so needs no limit: the lines of a file. */
    public List<Outcome> unhurried(RegisteredAgency sender, List<Item> items) {
        List<Statement> statements =
                items.stream().map(Item::statement).filter(Objects::nonNull).toList();
        Iterator<Outcome> taken = statements.isEmpty()
                ? List.<Outcome>of().iterator()
                : take(sender, statements).iterator();
        List<Outcome> outcomes = new ArrayList<>();
        for (Item item : items) {
            outcomes.add(item.refusal() == null ? taken.next() : new Outcome.Refused(item.refusal()));
        }
        return outcomes;
    }

    private List<Outcome> take(RegisteredAgency sender, List<Statement> statements) {
        for (int attempt = 1; ; attempt++) {
            try {
                return take.handle(sender, statements);
            } catch (RuntimeException failure) {
                if (attempt == ATTEMPTS || !collided(failure)) {
                    throw failure;
                }
            }
        }
    }

    private static boolean collided(Throwable failure) {
        for (Throwable link = failure; link != null; link = link.getCause()) {
            if (link instanceof SQLException refused && COLLISIONS.contains(refused.getErrorCode())) {
                return true;
            }
        }
        return false;
    }
}
