package io.hutong.systemtests.agencies.endpoint;

import java.time.Instant;

/**
 * What was posted to a party.
 *
 * @param key of idempotency, by which it is known again
 * @param place below the inbox, for a party with several interfaces
 * @param times how often it came
 */
public record Received(String key, String place, String contentType, String body, Instant at, int times) {

    Received again() {
        return new Received(key, place, contentType, body, at, times + 1);
    }

    boolean says(String otherPlace, String otherBody) {
        return place.equals(otherPlace) && body.equals(otherBody);
    }
}
