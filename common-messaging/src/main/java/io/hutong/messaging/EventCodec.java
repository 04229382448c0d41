package io.hutong.messaging;

import io.hutong.events.DomainEvent;
import java.net.URI;
import java.util.Map;

/**
 * Event ⇄ bytes and headers of a CloudEvent in Kafka's binary mode. Reading goes in two steps, so that the position of an
 * event is known even if its content cannot be read.
 */
public interface EventCodec {

    /** The wire type of this event. */
    String typeOf(DomainEvent event);

    /** The URI of the published schema of a wire type. */
    URI dataSchemaOf(String type);

    /** The wire form; headers in the order in which they are sent, {@code traceparent} excepted. */
    record Encoded(Map<String, String> headers, byte[] body) {}

    /**
     * Seals the sealed fields, writes the event and checks it against its schema and the size limit. Runs in the
     * transaction that appends the event, because new data keys are stored with it.
     *
     * @throws UnsendableEvent when schema or size forbid it, or a tenure's keys were erased
     */
    Encoded encode(Envelope envelope, DomainEvent event);

    /**
     * Reads the headers.
     *
     * @throws NotACloudEvent when one is missing or has no valid value
     */
    Envelope envelope(Map<String, String> headers);

    /**
     * Reads the body; sealed fields stay closed.
     *
     * @throws UnknownEventType when this version of the contract has no such type
     * @throws UnreadableEvent when the body does not fit the type
     */
    DomainEvent decode(Envelope envelope, byte[] body);
}
