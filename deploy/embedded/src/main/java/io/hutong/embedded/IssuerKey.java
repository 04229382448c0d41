package io.hutong.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** The issuer's signing key. It is kept, because services cache a key by its {@code kid}. */
final class IssuerKey {
    private final RsaJsonWebKey key;

    private IssuerKey(RsaJsonWebKey key) {
        this.key = key;
    }

    static IssuerKey in(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return new IssuerKey((RsaJsonWebKey) JsonWebKey.Factory.newJwk(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JoseException e) {
            throw new IllegalStateException("not a signing key: " + file, e);
        }
    }

    private static void create(Path file) throws IOException, JoseException {
        RsaJsonWebKey fresh = RsaJwkGenerator.generateJwk(2048);
        fresh.setKeyId("local-" + UUID.randomUUID());
        fresh.setUse("sig");
        fresh.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path writing = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(writing);
        Files.createFile(writing, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(writing, fresh.toJson(OutputControlLevel.INCLUDE_PRIVATE).getBytes(UTF_8));
        Files.move(writing, file, StandardCopyOption.ATOMIC_MOVE);
    }

    String publicKeys() {
        return new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    String sign(JwtClaims claims) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setHeader("typ", "JWT");
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("cannot sign a token", e);
        }
    }
}
