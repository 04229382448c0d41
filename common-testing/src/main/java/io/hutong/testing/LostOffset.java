package io.hutong.testing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hutong.embedded.KafkaAccounts;
import io.hutong.identity.BizId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;

/**
 * What a crash between commit and acknowledgement leaves behind: the transaction is in the database, and the broker gives the
 * same record again. The broker ends the reader's membership while its transaction waits for a row that the test holds; then
 * the transaction commits, and the acknowledgement of who is no member is refused.
 */
record LostOffset(TestDatabase database, String group, String source, String topic) {

    /** Sends an event of this business and returns when it was committed, given again, and acknowledged at last. */
    void of(BizId bizId, Runnable sending) {
        try (Connection holder = database.connect();
                Admin admin = Admin.create(TestServers.running().brokerClient(KafkaAccounts.ADMINISTRATOR))) {
            holder.setAutoCommit(false);
            hold(holder, bizId);
            sending.run();
            soon("the reader is within its transaction").until(this::waits);
            admin.removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
                    .all()
                    .get(20, SECONDS);
            // the reader joins again by its next poll only, and that comes after this transaction
            assertThat(members(admin)).isZero();
            assertThat(unacknowledged(admin)).isPositive();
            holder.rollback();
            soon("the record was given again").until(() -> members(admin) == 1 && unacknowledged(admin) == 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a reader was stopped", e);
        } catch (SQLException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("database or broker did not serve the test", e);
        }
    }

    /** Locks the position of the business, whether its row is there or is about to be made. */
    private void hold(Connection holder, BizId bizId) throws SQLException {
        try (PreparedStatement insert =
                holder.prepareStatement("insert into inbox(source, biz_id, epoch, version) values (?,?,0,0)"
                        + " on duplicate key update version = version")) {
            insert.setString(1, source);
            insert.setString(2, bizId.value());
            insert.executeUpdate();
        }
    }

    private boolean waits() {
        return database.numberAsAdministrator("select count(*) from information_schema.innodb_trx"
                        + " where trx_state = 'LOCK WAIT' and trx_query like '% inbox%'")
                > 0;
    }

    private int members(Admin admin) throws InterruptedException, ExecutionException, TimeoutException {
        return admin.describeConsumerGroups(List.of(group)).all().get(20, SECONDS).values().stream()
                .mapToInt(described -> described.members().size())
                .sum();
    }

    /** Records of the topic behind the offsets that the group has. */
    private long unacknowledged(Admin admin) throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetAndMetadata> known = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(20, SECONDS);
        Map<TopicPartition, OffsetSpec> partitions =
                admin.describeTopics(List.of(topic)).allTopicNames().get(20, SECONDS).values().stream()
                        .flatMap(described -> described.partitions().stream())
                        .collect(Collectors.toMap(
                                partition -> new TopicPartition(topic, partition.partition()),
                                partition -> OffsetSpec.latest()));
        var ends = admin.listOffsets(partitions).all().get(20, SECONDS);
        return ends.entrySet().stream()
                .mapToLong(end -> end.getValue().offset() - offset(known.get(end.getKey())))
                .sum();
    }

    private static long offset(@Nullable OffsetAndMetadata known) {
        return known == null ? 0 : known.offset();
    }

    private static ConditionFactory soon(String what) {
        return await(what).atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20));
    }
}
