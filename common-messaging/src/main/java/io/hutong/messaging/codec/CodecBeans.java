package io.hutong.messaging.codec;

import io.hutong.messaging.EventCodec;
import io.hutong.messaging.sealing.FieldSealer;
import io.hutong.messaging.sealing.KeyUnsealer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The codec is made at start-up, so that a missing schema or key file stops the service before it takes anything. */
@ApplicationScoped
class CodecBeans {

    @Produces
    @Singleton
    @Startup
    EventCodec eventCodec(FieldSealer sealer) {
        return new JacksonEventCodec(sealer);
    }

    @Produces
    @Singleton
    KeyUnsealer.ClearJson clearJson() {
        return JacksonEventCodec.clearJson();
    }
}
