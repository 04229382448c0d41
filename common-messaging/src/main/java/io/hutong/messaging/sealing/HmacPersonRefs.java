package io.hutong.messaging.sealing;

import io.hutong.events.Audience;
import io.hutong.events.OperatorRefs;
import io.hutong.events.PersonRef;
import io.hutong.events.Sealed;
import io.hutong.identity.OperatorTenureId;
import io.hutong.identity.ResidentId;
import io.hutong.messaging.PersonRefs;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.SecretKey;

/**
 * Pseudonyms as HMAC-SHA-256 of the identity number under a key per recipient, derived from the look-up key, so that two
 * recipients cannot match their persons. The domain text (domain.md §1) says HMAC-SM3; the JDK has no SM3, hence SHA-256
 * in this default, behind the interface for an installation with a provider that has it.
 */
final class HmacPersonRefs implements PersonRefs {
    private final SecretKey tax;
    private final SecretKey credit;
    private final SecretKey subsidy;
    private final SecretKey exchange;

    HmacPersonRefs(KeyRing keyRing) {
        tax = keyFor("tax", keyRing);
        credit = keyFor("credit", keyRing);
        subsidy = keyFor("subsidy", keyRing);
        exchange = keyFor("exchange", keyRing);
    }

    @Override
    public OperatorRefs of(OperatorTenureId tenure, ResidentId residentId) {
        return new OperatorRefs(
                Sealed.under(tenure, Audience.PERSON_REF_TAX, ref(tax, residentId)),
                Sealed.under(tenure, Audience.PERSON_REF_CREDIT, ref(credit, residentId)),
                Sealed.under(tenure, Audience.PERSON_REF_SUBSIDY, ref(subsidy, residentId)),
                Sealed.under(tenure, Audience.PERSON_REF_EXCHANGE, ref(exchange, residentId)));
    }

    private static SecretKey keyFor(String recipient, KeyRing keyRing) {
        return HmacSha256.derive(keyRing.lookupKey(), utf8("person-ref/" + recipient));
    }

    private static PersonRef ref(SecretKey key, ResidentId residentId) {
        byte[] hash = HmacSha256.of(key, utf8("01|" + residentId.value().toUpperCase(Locale.ROOT)));
        return PersonRef.of(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
