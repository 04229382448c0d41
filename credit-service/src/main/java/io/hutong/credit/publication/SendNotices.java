package io.hutong.credit.publication;

import io.hutong.credit.business.CreditTime;
import io.hutong.credit.publication.PublicityPlatform.Answer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/**
 * Brings orders to one platform, some at a time and outside any transaction: whatever dies in between, an order is sent again,
 * and a platform that has it already takes it as a repetition. What is refused, or not answered, together goes back to be tried
 * with fewer; one that fails alone stays visible with the reason and is tried again later, so that it keeps no other waiting.
 */
@ApplicationScoped
public class SendNotices {
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration UNANSWERED_PAUSE = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final int LONGEST_PAUSE_DOUBLINGS = 6;

    private final Notices notices;
    private final CreditTime time;

    SendNotices(Notices notices, CreditTime time) {
        this.notices = notices;
        this.time = time;
    }

    /** What came of one round. */
    public enum Round {
        NOTHING_WAITED,
        SENT,
        /** Not together: fewer are to be tried next. */
        TOO_MANY,
        NOT_REACHED
    }

    public Round next(String code, PublicityPlatform platform, int most) throws InterruptedException {
        List<Publication> orders = notices.take(code, Math.min(most, platform.most()), LEASE);
        if (orders.isEmpty()) {
            return Round.NOTHING_WAITED;
        }
        Answer answer = platform.send(orders);
        if (answer instanceof Answer.Acknowledged acknowledged) {
            notices.acknowledged(orders, acknowledged.receipt(), time.now());
            notices.reached(code, time.now());
            return Round.SENT;
        }
        if (answer instanceof Answer.Unanswered) {
            notices.later(orders, UNANSWERED_PAUSE);
            return Round.SENT;
        }
        if (answer instanceof Answer.Refused refused) {
            return refused(orders, refused.reason());
        }
        return notReached(code, orders, ((Answer.NotReached) answer).trouble());
    }

    private Round refused(List<Publication> orders, String reason) {
        if (orders.size() > 1) {
            notices.later(orders, Duration.ZERO);
            return Round.TOO_MANY;
        }
        pause(orders.get(0), reason);
        return Round.SENT;
    }

    private Round notReached(String code, List<Publication> orders, String trouble) {
        if (orders.size() > 1) {
            notices.later(orders, Duration.ZERO);
        } else {
            pause(orders.get(0), trouble);
        }
        notices.notReached(code, trouble, time.now());
        return Round.NOT_REACHED;
    }

    private void pause(Publication order, String reason) {
        int doublings = Math.min(order.tries().refused(), LONGEST_PAUSE_DOUBLINGS);
        notices.refused(order, reason, FIRST_PAUSE.multipliedBy(1L << doublings));
    }
}
