package io.hutong.messaging.sealing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;

/**
 * The keys of one service from the files that {@link KeyFiles} makes. Rotated key pairs are noticed without a restart: a
 * public key by the time of its file, a private one when something was sealed for a key not known yet.
 */
public final class FileKeyRing implements KeyRing {
    private final Path directory;
    private final String service;
    private volatile PrivateKeys privateKeys;
    private final SecretKey columnKey;
    private final SecretKey lookupKey;
    private final Map<String, Known> publicKeys = new ConcurrentHashMap<>();

    /** The newest first. */
    private record PrivateKeys(List<PrivateKey> keys, FileTime fileTime) {}

    private record Known(PublicKey key, FileTime fileTime) {}

    private FileKeyRing(Path directory, String service) throws IOException, GeneralSecurityException {
        this.directory = directory;
        this.service = service;
        this.privateKeys = readPrivate();
        List<String> lines = Files.readAllLines(secret(directory.resolve(service + KeyFiles.COLUMN_SUFFIX)));
        this.columnKey = line(lines, "column ");
        this.lookupKey = line(lines, "lookup ");
        if (publicKeyOf(service).isEmpty()) {
            throw missing(directory.resolve(service + KeyFiles.PUBLIC_SUFFIX));
        }
    }

    /**
     * Reads the files of this service.
     *
     * @throws IllegalStateException naming the file that is missing, unreadable or open to others
     */
    public static FileKeyRing load(Path directory, String service) {
        try {
            return new FileKeyRing(directory, service);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException | SealingFailure e) {
            throw new IllegalStateException("key files of " + service + " in " + directory + " cannot be read", e);
        }
    }

    @Override
    public String service() {
        return service;
    }

    @Override
    public byte[] decrypt(byte[] encrypted) {
        PrivateKeys known = privateKeys;
        try {
            return decrypt(known, encrypted);
        } catch (SealingFailure e) {
            PrivateKeys now = reread(known);
            if (now == known) {
                throw e;
            }
            return decrypt(now, encrypted);
        }
    }

    private static byte[] decrypt(PrivateKeys known, byte[] encrypted) {
        SealingFailure failure = new SealingFailure("the key is not wrapped for this service");
        for (PrivateKey key : known.keys()) {
            try {
                return RsaOaep.decrypt(key, encrypted);
            } catch (SealingFailure e) {
                failure = e;
            }
        }
        throw failure;
    }

    /** The same object while the file is the same. */
    private PrivateKeys reread(PrivateKeys known) {
        Path file = directory.resolve(service + KeyFiles.PRIVATE_SUFFIX);
        try {
            if (!Files.getLastModifiedTime(file).equals(known.fileTime())) {
                privateKeys = readPrivate();
            }
            return privateKeys;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new SealingFailure("private key of " + service + " cannot be read again", e);
        }
    }

    private PrivateKeys readPrivate() throws IOException, GeneralSecurityException {
        Path file = secret(directory.resolve(service + KeyFiles.PRIVATE_SUFFIX));
        FileTime time = Files.getLastModifiedTime(file);
        return new PrivateKeys(List.copyOf(KeyFiles.readPrivate(file)), time);
    }

    @Override
    public Optional<PublicKey> publicKeyOf(String other) {
        Path file = directory.resolve(other + KeyFiles.PUBLIC_SUFFIX);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            FileTime time = Files.getLastModifiedTime(file);
            Known known = publicKeys.get(other);
            if (known == null || !known.fileTime().equals(time)) {
                byte[] der = Pem.decode("PUBLIC KEY", Files.readString(file));
                PublicKey key = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
                known = new Known(key, time);
                publicKeys.put(other, known);
            }
            return Optional.of(known.key());
        } catch (IOException | GeneralSecurityException e) {
            throw new SealingFailure("public key of " + other + " cannot be read", e);
        }
    }

    @Override
    public SecretKey columnKey() {
        return columnKey;
    }

    @Override
    public SecretKey lookupKey() {
        return lookupKey;
    }

    @Override
    public String toString() {
        return "FileKeyRing[" + service + "]";
    }

    private static Path secret(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw missing(file);
        }
        var permissions = Files.getPosixFilePermissions(file);
        if (permissions.contains(PosixFilePermission.OTHERS_READ)
                || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new IllegalStateException("key file " + file + " is open to others: chmod 600");
        }
        return file;
    }

    private static SecretKey line(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .map(line -> AesGcm.key(Base64.getDecoder().decode(line.substring(name.length()))))
                .orElseThrow(() -> new IllegalArgumentException("no " + name.strip() + " key in the file"));
    }

    private static IllegalStateException missing(Path file) {
        return new IllegalStateException(
                "key file " + file + " is missing: './hutong up' makes it, or KeyFiles.create");
    }
}
