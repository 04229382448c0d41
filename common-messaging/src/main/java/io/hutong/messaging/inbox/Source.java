package io.hutong.messaging.inbox;

import io.hutong.identity.BizId;
import io.hutong.messaging.outbox.HeadsPage;
import io.hutong.messaging.outbox.StreamPage;

/** The service whose events are read, asked directly for what the topic did not bring. */
interface Source {

    /**
     * A piece of a stream.
     *
     * @throws InfrastructureFailure when the source does not answer
     */
    StreamPage stream(BizId bizId, long from, long to);

    /**
     * What was stated after a position.
     *
     * @throws InfrastructureFailure when the source does not answer
     */
    HeadsPage heads(long after, int limit);
}
