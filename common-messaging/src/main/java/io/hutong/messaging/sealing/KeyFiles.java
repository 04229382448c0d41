package io.hutong.messaging.sealing;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * Makes the key files of services: {@code <service>.private.pem} and {@code <service>.column.key} (mode 600),
 * {@code <service>.public.pem}. What exists is never touched, so that calling it again is harmless; only {@link #rotate}
 * replaces a key pair, and keeps the older private keys in the same file behind the new one, because what was sealed for
 * them stays in logs and on topics.
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

    /**
     * Gives a service a new key pair; running services notice by themselves. The private key is there before the public one,
     * so that nobody seals for a key that its owner has not got.
     */
    public static void rotate(Path directory, String service) {
        Path file = directory.resolve(service + PRIVATE_SUFFIX);
        Path publicFile = directory.resolve(service + PUBLIC_SUFFIX);
        try {
            String older = Files.readString(file);
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            write(file, newPrivate() + older, PosixFilePermissions.asFileAttribute(permissions));
            writePublic(file, publicFile);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot rotate the keys of " + service + " in " + directory, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the keys of " + service + " in " + directory + " are no RSA keys", e);
        }
    }

    /** Arguments: {@code rotate}, the folder, the service. */
    public static void main(String... arguments) {
        if (arguments.length != 3 || !arguments[0].equals("rotate")) {
            throw new IllegalArgumentException("usage: rotate DIRECTORY SERVICE");
        }
        rotate(Path.of(arguments[1]), arguments[2]);
    }

    /** The newest first. */
    static List<PrivateKey> readPrivate(Path file) throws IOException, GeneralSecurityException {
        List<PrivateKey> keys = new ArrayList<>();
        for (byte[] der : Pem.decodeAll("PRIVATE KEY", Files.readString(file))) {
            keys.add(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der)));
        }
        return keys;
    }

    private static void createPrivate(Path file) throws IOException, GeneralSecurityException {
        if (!Files.exists(file)) {
            write(file, newPrivate(), OWNER_ONLY);
        }
    }

    private static String newPrivate() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(RSA_BITS);
        return Pem.encode(
                "PRIVATE KEY", generator.generateKeyPair().getPrivate().getEncoded());
    }

    private static void createPublic(Path directory, String service) throws IOException, GeneralSecurityException {
        Path file = directory.resolve(service + PUBLIC_SUFFIX);
        if (!Files.exists(file)) {
            writePublic(directory.resolve(service + PRIVATE_SUFFIX), file);
        }
    }

    private static void writePublic(Path privateFile, Path file) throws IOException, GeneralSecurityException {
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) readPrivate(privateFile).get(0);
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
