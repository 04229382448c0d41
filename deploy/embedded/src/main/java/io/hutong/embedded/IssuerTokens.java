package io.hutong.embedded;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;

/** Makes the tokens: agency and roles of the client, audience {@code hutong}. */
final class IssuerTokens {
    static final Duration LIFETIME = Duration.ofHours(1);

    private final String issuer;
    private final IssuerKey key;
    private final Clock clock;

    IssuerTokens(String issuer, IssuerKey key, Clock clock) {
        this.issuer = issuer;
        this.key = key;
        this.clock = clock;
    }

    String tokenFor(IssuerClient client, Duration lifetime) {
        return token(client, List.of("hutong"), lifetime);
    }

    String token(IssuerClient client, List<String> audience, Duration lifetime) {
        Instant now = clock.instant();
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience(audience);
        claims.setSubject(client.clientId());
        claims.setGeneratedJwtId();
        claims.setStringClaim("azp", client.clientId());
        claims.setStringClaim("client_id", client.clientId());
        claims.setStringClaim("agency", client.agency());
        claims.setStringListClaim("roles", client.roles());
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.plus(lifetime).getEpochSecond()));
        return key.sign(claims);
    }
}
