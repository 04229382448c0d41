package io.hutong.messaging.relay;

/** What a relay works with. */
record RelayParts(
        String topic,
        LaneLeases leases,
        PendingEvents pending,
        KeyRelay keys,
        EventProducer producer,
        Publishing publishing,
        OwnTopics topics) {}
