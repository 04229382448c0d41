package io.hutong.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/**
 * Tokens that a service must not believe, each a good token of a client with one thing wrong. What is wrong in the claims
 * is signed with the issuer's true key, so that nothing but the claim can be the reason of the refusal.
 */
public final class ForgedTokens {
    private final String good;
    private final RsaJsonWebKey issuers = issuersKey();

    private ForgedTokens(String client) {
        this.good = TestTokens.of(client);
    }

    /** Each forgery by the words that describe it. */
    public static Map<String, String> of(String client) {
        try {
            return new ForgedTokens(client).all();
        } catch (JoseException | InvalidJwtException e) {
            throw new IllegalStateException("cannot forge", e);
        }
    }

    private Map<String, String> all() throws JoseException, InvalidJwtException {
        Map<String, String> forged = new LinkedHashMap<>();
        String payload = good.split("\\.", -1)[1];
        forged.put("unsigned, alg none", encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + payload + ".");
        forged.put("unsigned, alg NonE", encoded("{\"alg\":\"NonE\"}") + "." + payload + ".");
        forged.put("signature cut off", good.substring(0, good.lastIndexOf('.') + 1));
        forged.put("HMAC under the public key, DER", hmac(issuers.getPublicKey().getEncoded()));
        forged.put(
                "HMAC under the public key, PEM",
                hmac(pem(issuers.getPublicKey().getEncoded())));
        RsaJsonWebKey own = RsaJwkGenerator.generateJwk(2048);
        forged.put("signed with another key of that name", signed(own, issuers.getKeyId(), claims -> {}));
        forged.put("signed with a key that it brings along", bringingItsKey(own));
        forged.put("claims exchanged after signing", exchanged());
        forged.put("another issuer", signed(claims -> claims.setIssuer("http://127.0.0.1:1")));
        forged.put("no issuer", signed(claims -> claims.unsetClaim("iss")));
        forged.put("another audience", signed(claims -> claims.setAudience("another")));
        forged.put("no audience", signed(claims -> claims.unsetClaim("aud")));
        forged.put("expired", signed(claims -> claims.setExpirationTime(fromNow(-5))));
        forged.put("no expiry", signed(claims -> claims.unsetClaim("exp")));
        forged.put("not yet valid", signed(claims -> claims.setNotBefore(fromNow(60))));
        return forged;
    }

    private String signed(Consumer<JwtClaims> change) throws JoseException, InvalidJwtException {
        return signed(issuers, issuers.getKeyId(), change);
    }

    private String signed(RsaJsonWebKey key, String keyId, Consumer<JwtClaims> change)
            throws JoseException, InvalidJwtException {
        JsonWebSignature signature = signature(change);
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(keyId);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        return signature.getCompactSerialization();
    }

    private String bringingItsKey(RsaJsonWebKey own) throws JoseException, InvalidJwtException {
        JsonWebSignature signature = signature(claims -> {});
        signature.setKey(own.getPrivateKey());
        signature.setJwkHeader(own);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        return signature.getCompactSerialization();
    }

    private String hmac(byte[] secret) throws JoseException, InvalidJwtException {
        JsonWebSignature signature = signature(claims -> {});
        signature.setKey(new HmacKey(secret));
        signature.setKeyIdHeaderValue(issuers.getKeyId());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        return signature.getCompactSerialization();
    }

    private String exchanged() {
        String[] parts = good.split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
        return parts[0] + "." + encoded(claims.replace("\"agency\"", "\"agency\":\"JCO\",\"was\"")) + "." + parts[2];
    }

    private JsonWebSignature signature(Consumer<JwtClaims> change) throws InvalidJwtException {
        JwtClaims claims = new JwtConsumerBuilder()
                .setSkipAllValidators()
                .setSkipSignatureVerification()
                .build()
                .processToClaims(good);
        change.accept(claims);
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setHeader("typ", "JWT");
        return signature;
    }

    private static NumericDate fromNow(float minutes) {
        NumericDate time = NumericDate.now();
        time.addSeconds((long) (minutes * 60));
        return time;
    }

    private static RsaJsonWebKey issuersKey() {
        try {
            return (RsaJsonWebKey) JsonWebKey.Factory.newJwk(
                    Files.readString(Path.of(TestServers.running().issuerKeyFile())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JoseException e) {
            throw new IllegalStateException("not a key", e);
        }
    }

    private static byte[] pem(byte[] der) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return ("-----BEGIN PUBLIC KEY-----\n" + text + "\n-----END PUBLIC KEY-----\n").getBytes(UTF_8);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
