package io.hutong.exchange.agency;

import io.hutong.identity.Finding;
import io.hutong.identity.InvalidValue;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An agency's public key as PEM: RSA of 2048 bits or more, or a curve of 256 bits or more. */
public record PublicKeyText(String value) {
    private static final Pattern PEM =
            Pattern.compile("\\s*-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----\\s*");
    private static final int RSA_BITS = 2048;
    private static final int CURVE_BITS = 256;

    public PublicKeyText {
        Matcher pem = PEM.matcher(value);
        if (!pem.matches()) {
            throw invalid("public-key.pem", "公钥应为 PEM 格式（BEGIN PUBLIC KEY）", "a public key is PEM (BEGIN PUBLIC KEY)");
        }
        if (!strong(pem.group(1))) {
            throw invalid(
                    "public-key.strength",
                    "公钥应为不少于 2048 位的 RSA 密钥或不少于 256 位的椭圆曲线密钥",
                    "a public key is RSA of 2048 bits or more, or a curve of 256 bits or more");
        }
    }

    private static boolean strong(String base64) {
        byte[] der;
        try {
            der = Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException broken) {
            return false;
        }
        return readable(der, "RSA") || readable(der, "EC");
    }

    private static boolean readable(byte[] der, String algorithm) {
        try {
            PublicKey key = KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(der));
            if (key instanceof RSAPublicKey rsa) {
                return rsa.getModulus().bitLength() >= RSA_BITS;
            }
            return key instanceof ECPublicKey curve
                    && curve.getParams().getOrder().bitLength() >= CURVE_BITS;
        } catch (GeneralSecurityException notOfThisKind) {
            return false;
        }
    }

    private static InvalidValue invalid(String code, String zh, String en) {
        return new InvalidValue(new Finding(code, zh, en));
    }
}
