package io.hutong.credit.publication;

import io.hutong.credit.business.CreditTime;
import io.hutong.credit.publication.PublicityPlatform.Answer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/**
 * Brings orders to one platform, some at a time and outside any transaction: whatever dies in between, an order is sent again,
 * and a platform that has it already takes it as a repetition. Among many that are refused together the wrong one is found by
 * halving.
 */
@ApplicationScoped
public class SendNotices {
    private static final int AT_ONCE = 100;
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final int LONGEST_PAUSE_DOUBLINGS = 9;

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
        NOT_REACHED
    }

    public Round next(String code, PublicityPlatform platform) throws InterruptedException {
        List<Publication> taken = notices.take(code, AT_ONCE, LEASE);
        return taken.isEmpty() ? Round.NOTHING_WAITED : send(code, platform, taken);
    }

    private Round send(String code, PublicityPlatform platform, List<Publication> orders) throws InterruptedException {
        Answer answer = platform.send(orders);
        if (answer instanceof Answer.Acknowledged acknowledged) {
            notices.acknowledged(orders, acknowledged.receipt(), time.now());
            notices.reached(code, time.now());
            return Round.SENT;
        }
        if (answer instanceof Answer.NotReached trouble) {
            notices.giveBack(orders);
            notices.notReached(code, trouble.trouble(), time.now());
            return Round.NOT_REACHED;
        }
        return refused(code, platform, orders, ((Answer.Refused) answer).reason());
    }

    private Round refused(String code, PublicityPlatform platform, List<Publication> orders, String reason)
            throws InterruptedException {
        if (orders.size() == 1) {
            Publication order = orders.get(0);
            int doublings = Math.min(order.tries().refused(), LONGEST_PAUSE_DOUBLINGS);
            notices.refused(order, reason, FIRST_PAUSE.multipliedBy(1L << doublings));
            return Round.SENT;
        }
        int half = orders.size() / 2;
        Round first = send(code, platform, orders.subList(0, half));
        if (first == Round.NOT_REACHED) {
            notices.giveBack(orders.subList(half, orders.size()));
            return first;
        }
        return send(code, platform, orders.subList(half, orders.size()));
    }
}
