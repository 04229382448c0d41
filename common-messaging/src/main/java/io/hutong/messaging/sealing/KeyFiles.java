package io.hutong.messaging.sealing;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/**
 * Makes the key files of services: {@code <service>.private.pem} and {@code <service>.column.key} (mode 600),
 * {@code <service>.public.pem}. What exists is never touched, so that calling it again is harmless.
 */
public final class KeyFiles {
    static final String PRIVATE_SUFFIX = ".private.pem";
    static final String PUBLIC_SUFFIX = ".public.pem";
    static final String COLUMN_SUFFIX = ".column.key";

    private static final int RSA_BITS = 3072;
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<?> OWNER_ONLY_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private KeyFiles() {}

    /** Makes the missing files of each service in this folder. */
    public static void create(Path directory, String... services) {
        try {
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(directory.toAbsolutePath(), OWNER_ONLY_FOLDER);
            }
            for (String service : services) {
                createPrivate(directory.resolve(service + PRIVATE_SUFFIX));
                createPublic(directory, service);
                createColumn(directory.resolve(service + COLUMN_SUFFIX));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write key files in " + directory, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot make RSA keys", e);
        }
    }

    static PrivateKey readPrivate(Path file) throws IOException, GeneralSecurityException {
        byte[] der = Pem.decode("PRIVATE KEY", Files.readString(file));
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
    }

    private static void createPrivate(Path file) throws IOException, GeneralSecurityException {
        if (Files.exists(file)) {
            return;
        }
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(RSA_BITS);
        write(
                file,
                Pem.encode(
                        "PRIVATE KEY", generator.generateKeyPair().getPrivate().getEncoded()),
                OWNER_ONLY);
    }

    private static void createPublic(Path directory, String service) throws IOException, GeneralSecurityException {
        Path file = directory.resolve(service + PUBLIC_SUFFIX);
        if (Files.exists(file)) {
            return;
        }
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) readPrivate(directory.resolve(service + PRIVATE_SUFFIX));
        byte[] der = KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()))
                .getEncoded();
        write(file, Pem.encode("PUBLIC KEY", der));
    }

    private static void createColumn(Path file) throws IOException {
        if (!Files.exists(file)) {
            Base64.Encoder base64 = Base64.getEncoder();
            String column = base64.encodeToString(AesGcm.newKey().getEncoded());
            String lookup = base64.encodeToString(AesGcm.newKey().getEncoded());
            write(file, "column " + column + "\nlookup " + lookup + "\n", OWNER_ONLY);
        }
    }

    /** A half-written key must never be taken for a key: written aside, then moved. */
    private static void write(Path file, String text, FileAttribute<?>... attributes) throws IOException {
        Path aside = Files.createTempFile(file.toAbsolutePath().getParent(), ".making-", ".key", attributes);
        if (attributes.length == 0) {
            Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString("rw-r--r--"));
        }
        Files.writeString(aside, text);
        Files.move(aside, file, ATOMIC_MOVE);
    }
}
