package io.hutong.credit.consent;

import io.hutong.credit.business.CreditTime;
import io.hutong.events.AgencyCode;
import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.UUID;

/** Connects banks that exist in one test only, {@code FI-620702-TEST…}; about all others the rules decide. */
@Mock
@Singleton
public class TestBanks extends ConnectedBanks {
    public static final String PREFIX = "FI-620702-TEST";

    TestBanks(SharingRules rules, CreditTime time) {
        super(rules, time);
    }

    /** The code of a bank that no test has used before. */
    public static String next() {
        return PREFIX + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    @Override
    public boolean isConnected(AgencyCode organisation) {
        return organisation.value().startsWith(PREFIX) || super.isConnected(organisation);
    }
}
