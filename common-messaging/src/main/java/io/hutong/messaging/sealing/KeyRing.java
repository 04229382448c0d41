package io.hutong.messaging.sealing;

import java.security.PublicKey;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * The long-lived keys of one service. The default reads files ({@link FileKeyRing}); a hardware module takes its place by
 * implementing these five methods, the private key never leaving it.
 */
public interface KeyRing {

    /** Name of the service whose keys these are. */
    String service();

    /**
     * Decrypts with this service's private key (RSA-OAEP, SHA-256).
     *
     * @throws SealingFailure when it was not encrypted for this service
     */
    byte[] decrypt(byte[] encrypted);

    /** The public key of a service, empty while it is not known here. */
    Optional<PublicKey> publicKeyOf(String service);

    /** Key of this service's encrypted columns. */
    SecretKey columnKey();

    /** Key of this service's look-up hashes and pseudonyms. */
    SecretKey lookupKey();
}
