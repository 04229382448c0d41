package io.hutong.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hutong.identity.BizId;
import io.hutong.messaging.EventCodec;
import io.hutong.messaging.EventListener;
import io.hutong.messaging.MessagingConfig;
import io.hutong.messaging.Sql;
import io.hutong.messaging.delivery.DeliveryServers;
import io.hutong.messaging.delivery.Register;
import io.hutong.messaging.delivery.Topic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DeliveryServers.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RestartIT {
    @Inject
    InboxParts parts;

    @Inject
    MessagingConfig config;

    @Inject
    EventListener listener;

    @Inject
    ServiceTokens tokens;

    @Inject
    EventCodec codec;

    @Inject
    DataSource dataSource;

    @Test
    void a_reader_that_died_between_commit_and_offset_takes_nothing_twice() throws Exception {
        String broker = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        Topic.make(broker, "registration.events", "registration.events.rejected", "registration.keys");
        MessagingConfig.Inbox from = config.inbox().values().iterator().next();
        try (Register register = new Register(codec, from.sourceUrl(), broker)) {
            List<BizId> businesses = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                BizId business = Register.newBusiness();
                businesses.add(business);
                register.sends(register.states(business, 5));
            }
            for (BizId business : businesses) {
                await().atMost(Duration.ofSeconds(30)).until(() -> count("effect", business) == 5);
            }

            HttpSource source = new HttpSource(from.sourceUrl(), tokens, Duration.ofSeconds(5));
            PremiseWaker waker = new PremiseWaker(config.intake());
            Inbox again = parts.inbox("registration-events-from-the-old-offset", from, listener, source, waker);
            again.start();
            await().atMost(Duration.ofSeconds(30)).until(() -> again.lag() == 0);
            again.stop();

            for (BizId business : businesses) {
                assertThat(count("effect", business)).isEqualTo(5);
                assertThat(count("event_log", business)).isEqualTo(5);
                assertThat(count("parked_stream", business)).isZero();
            }
        }
    }

    private long count(String table, BizId business) {
        return Sql.call(dataSource, "count", connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement("select count(*) from " + table + " where biz_id = ?")) {
                query.setString(1, business.value());
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }
}
