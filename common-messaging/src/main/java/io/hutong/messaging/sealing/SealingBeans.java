package io.hutong.messaging.sealing;

import io.hutong.messaging.ColumnCipher;
import io.hutong.messaging.PersonRefs;
import io.hutong.messaging.Unsealer;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the sealing together; a {@link KeyRing} of another kind replaces the file one by being a bean. */
@ApplicationScoped
class SealingBeans {

    @Produces
    @Singleton
    @DefaultBean
    KeyRing keyRing(SealingConfig config, @ConfigProperty(name = "hutong.messaging.service") String service) {
        return FileKeyRing.load(config.directory(), service);
    }

    @Produces
    @Singleton
    KeyWrapping keyWrapping(KeyRing keyRing) {
        return new KeyWrapping(keyRing);
    }

    @Produces
    @Singleton
    KeyCache keyCache(SealingConfig config) {
        return new KeyCache(config.cacheSize(), config.cacheTimeout());
    }

    @Produces
    @Singleton
    JdbcDataKeys dataKeys(
            DataSource dataSource,
            KeyWrapping wrapping,
            KeyCache cache,
            TransactionSynchronizationRegistry transactions) {
        return new JdbcDataKeys(dataSource, wrapping, cache, transactions);
    }

    @Produces
    @Singleton
    JdbcKeyExchange keyExchange(KeyRing keyRing, DataSource dataSource, KeyCache cache) {
        return new JdbcKeyExchange(keyRing.service(), dataSource, cache);
    }

    @Produces
    @Singleton
    FieldSealer fieldSealer(KeyRing keyRing, DataKeys keys) {
        return new FieldSealer(keyRing.service(), keys);
    }

    @Produces
    @Singleton
    Unsealer unsealer(
            KeyWrapping wrapping,
            DataKeys own,
            KeyUnsealer.ReceivedKeyRecords received,
            KeyCache cache,
            KeyUnsealer.ClearJson json) {
        return new KeyUnsealer(wrapping, own, received, cache, json);
    }

    @Produces
    @Singleton
    ColumnCipher columnCipher(KeyRing keyRing) {
        return new AesColumnCipher(keyRing);
    }

    @Produces
    @Singleton
    PersonRefs personRefs(KeyRing keyRing) {
        return new HmacPersonRefs(keyRing);
    }
}
