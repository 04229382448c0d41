package io.hutong.exchange.intake;

import io.hutong.events.ExchangeEvent;
import io.hutong.exchange.business.KnownBusiness;
import io.hutong.exchange.question.AskedQuestion;
import io.hutong.identity.BizId;
import io.hutong.messaging.Envelope;
import io.hutong.messaging.EventContext;
import io.hutong.messaging.Outbox;
import io.hutong.messaging.UuidV7;
import io.hutong.time.LegalTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Gives events their places in the streams of the exchange, with time and cause as the sender says or as we know. */
@ApplicationScoped
class Places {
    private final Outbox outbox;
    private final UuidV7 uuids;
    private final Clock clock;

    Places(Outbox outbox, UuidV7 uuids, Clock clock) {
        this.outbox = outbox;
        this.uuids = uuids;
        this.clock = clock;
    }

    Clock clock() {
        return clock;
    }

    void lock(Collection<BizId> businesses) {
        outbox.lockAll(businesses);
    }

    Envelope append(
            ExchangeEvent event, Statement statement, KnownBusiness business, @Nullable AskedQuestion question) {
        Statement.Circumstances said = statement.circumstances();
        Instant time = said.time();
        LocalDate effectiveAt = said.effectiveAt();
        var context = new EventContext(
                time == null ? clock.instant() : time,
                effectiveAt == null ? LegalTime.today(clock) : effectiveAt,
                business.registrar(),
                question == null ? uuids.next() : question.correlationId(),
                said.causation(),
                null);
        return outbox.lock(business.bizId()).append(event, context);
    }
}
