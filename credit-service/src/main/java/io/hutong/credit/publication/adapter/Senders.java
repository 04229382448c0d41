package io.hutong.credit.publication.adapter;

import io.hutong.credit.publication.Platforms;
import io.hutong.credit.publication.PublicityPlatform;
import io.hutong.credit.publication.SendNotices;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Starts a sender for each connected platform, and stops them while the data source still lives. */
@Singleton
class Senders {
    private final List<Sender> running = new ArrayList<>();

    void start(@Observes StartupEvent event, Platforms platforms, SendNotices send, OrdersCommitted committed) {
        for (var platform : platforms.connected().entrySet()) {
            Sender sender = sender(platform.getKey(), platform.getValue(), send);
            committed.wake(sender::wake);
            sender.start();
            running.add(sender);
        }
    }

    private static Sender sender(String code, PublicityPlatform platform, SendNotices send) {
        return new Sender(code, most -> send.next(code, platform, most));
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        for (Sender sender : running) {
            sender.stop();
        }
    }
}
