package io.hutong.messaging.inbox;

import io.hutong.messaging.NotACloudEvent;
import io.hutong.messaging.outbox.StreamPage;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Fetches what is missing in a stream from its source, outside of any transaction. A refill is a first delivery. */
final class Refill {
    private static final Logger LOG = Logger.getLogger(Refill.class);

    private final Source source;
    private final Intake intake;
    private final Rejections rejections;

    Refill(Source source, Intake intake, Rejections rejections) {
        this.source = source;
        this.intake = intake;
        this.rejections = rejections;
    }

    /** The batch with what was missing put before the events that need it; what the source never stated is rejected. */
    List<Incoming> fill(List<Incoming> batch, List<Gap> gaps) {
        Map<Incoming, Gap> open = new IdentityHashMap<>();
        gaps.forEach(gap -> open.put(gap.before(), gap));
        List<Incoming> filled = new ArrayList<>(batch.size() + gaps.size());
        for (Incoming incoming : batch) {
            Gap gap = open.get(incoming);
            if (gap == null) {
                filled.add(incoming);
            } else {
                fill(gap, filled);
            }
        }
        return filled;
    }

    private void fill(Gap gap, List<Incoming> filled) {
        Incoming incoming = gap.before();
        StreamPage page = source.stream(incoming.bizId(), gap.from(), gap.to());
        if (page.head().version() < incoming.position().version()) {
            rejections.reject(incoming, "UNKNOWN_VERSION: the source has not stated this version");
            return;
        }
        LOG.infof(
                "refilled %d events of %s before version %d",
                page.events().size(), incoming.bizId(), incoming.position().version());
        if (page.events().isEmpty()) {
            filled.add(incoming.stoppedBy(
                    ParkCause.HISTORY_CONFLICT, "the source cannot give versions " + gap.from() + " to " + gap.to()));
            return;
        }
        page.events().forEach(event -> filled.add(read(event)));
        filled.add(incoming);
    }

    /** One event of a page of the source. */
    Incoming read(StreamPage.Event event) {
        try {
            return intake.read(event.headers(), event.body(), Incoming.Origin.REFILL);
        } catch (NotACloudEvent e) {
            throw new InfrastructureFailure("the source serves what is no event", e);
        }
    }
}
