package io.hutong.messaging;

/** The headers are not those of a CloudEvent of this contract; nothing is known about its stream. */
public class NotACloudEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotACloudEvent(String message) {
        super(message);
    }
}
