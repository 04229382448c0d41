package io.hutong.identity;

import java.util.UUID;

/** Identity of one tax clearance certificate (清税证明). */
public record CertificateId(UUID uuid) implements TextValue {

    public static CertificateId of(String text) {
        return new CertificateId(Cleaning.uuid(text, "certificate-id"));
    }

    @Override
    public String value() {
        return uuid.toString();
    }

    @Override
    public String toString() {
        return value();
    }
}
