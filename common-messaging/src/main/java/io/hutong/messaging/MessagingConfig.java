package io.hutong.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Configuration of delivery; the keys of the data keys' files are in {@code sealing}. */
@ConfigMapping(prefix = "hutong.messaging")
public interface MessagingConfig {

    /** Short name of this service; source, topics and groups are named after it. */
    String service();

    /** A name that this process keeps over restarts and shares with no other; then it regains its partitions at once. */
    Optional<String> instance();

    Map<String, Inbox> inbox();

    Relay relay();

    Topics topics();

    Intake intake();

    Heads heads();

    /** How this service proves to other services who it is. */
    Client client();

    /** One topic that is read. */
    interface Inbox {
        String topic();

        String source();

        URI sourceUrl();

        /** Where the data keys of its sealed fields come from; absent when this service opens none of them. */
        Optional<String> keysTopic();
    }

    /** Sending. */
    interface Relay {
        @WithDefault("true")
        boolean enabled();

        @WithDefault("1000")
        int batch();

        @WithDefault("10s")
        Duration lease();

        @WithDefault("10ms")
        Duration busyPoll();

        @WithDefault("50ms")
        Duration idlePoll();

        /** Far above the lease: an expired send breaks the order of first delivery. */
        @WithDefault("2m")
        Duration deliveryTimeout();
    }

    /** Making the own topics when they are missing; off where they are declared otherwise. */
    interface Topics {
        @WithDefault("true")
        boolean create();

        @WithDefault("12")
        int partitions();

        @WithDefault("1")
        int replication();

        @WithDefault("14d")
        Duration keep();
    }

    /** Taking events. */
    interface Intake {
        @WithDefault("true")
        boolean enabled();

        @WithDefault("500")
        int batch();

        @WithDefault("20s")
        Duration transactionTimeout();

        /** Attempts of one event alone, with healthy infrastructure, before its business is parked. */
        @WithDefault("3")
        int attempts();

        @WithDefault("100ms")
        Duration retryPause();

        /** Longest pause after failures of infrastructure. */
        @WithDefault("5s")
        Duration longestPause();

        /** How often what waits for a premise is tried without being woken. */
        @WithDefault("5s")
        Duration premiseRetry();

        @WithDefault("5m")
        Duration premiseAlarm();
    }

    /** Comparing with the heads of the source. */
    interface Heads {
        @WithDefault("60s")
        Duration every();

        /** What is missing for longer is refilled. Must exceed the transaction time-out of the source. */
        @WithDefault("60s")
        Duration grace();

        @WithDefault("1000")
        int page();
    }

    /** Client credentials. */
    interface Client {
        Optional<String> id();

        Optional<String> secret();

        /** Of the token endpoint; by default the one that the OpenID provider names. */
        Optional<URI> tokenUrl();

        @WithDefault("5s")
        Duration timeout();
    }
}
