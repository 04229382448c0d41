package io.hutong.credit.registerdoubt;

import io.hutong.credit.business.RegisterDoubts.Doubt;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A doubt as an officer sees it; the version is another as soon as one more event is left out or what is known changes. */
public record SeenDoubt(Doubt doubt, String version) {
    private static final int DIGITS = 16;

    static SeenDoubt of(Doubt doubt) {
        return new SeenDoubt(doubt, version(doubt));
    }

    static String version(Doubt doubt) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(doubt.known().toString().getBytes(StandardCharsets.UTF_8));
            return doubt.events() + "-" + HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
