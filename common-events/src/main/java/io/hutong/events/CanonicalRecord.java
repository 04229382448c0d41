package io.hutong.events;

import io.hutong.identity.BizId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.identity.UnifiedSocialCreditCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every service that keeps the register's facts must hold equally about one business. Each service exports it, and
 * equal texts prove that nothing was lost or applied twice; nothing in it is more than the law makes public. Items and
 * premises are in one order, whatever order they were given in.
 */
public record CanonicalRecord(
        BizId bizId,
        UnifiedSocialCreditCode uscc,
        @Nullable String name,
        EntityType entityType,
        BusinessStatus status,
        LocalDate establishedOn,
        OperatorTenureId tenureId,
        String operatorName,
        List<ScopeItem> scope,
        List<Address> premises) {
    private static final Comparator<ScopeItem> BY_ITEM =
            Comparator.comparing(ScopeItem::id).thenComparing(ScopeItem::text);
    private static final Comparator<Address> BY_PLACE =
            Comparator.comparing(Address::division).thenComparing(Address::kind).thenComparing(Address::text);

    public CanonicalRecord {
        scope = scope.stream().sorted(BY_ITEM).toList();
        premises = premises.stream().sorted(BY_PLACE).toList();
    }

    /** One line of JSON in the canonical form of RFC 8785: names sorted, no spaces, what is absent left out. */
    public String text() {
        return new CanonicalJson()
                .put("bizId", bizId.value())
                .put("entityType", entityType.name())
                .put("establishedOn", establishedOn.toString())
                .putIfPresent("name", name)
                .put("operatorName", operatorName)
                .putAll("premises", premises, CanonicalRecord::place)
                .putAll("scope", scope, CanonicalRecord::item)
                .put("status", status.name())
                .put("tenureId", tenureId.value())
                .put("uscc", uscc.value())
                .text();
    }

    /** SHA-256 of the text in UTF-8, lower-case hexadecimal. */
    public String digest() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static CanonicalJson place(Address address) {
        return new CanonicalJson()
                .put("division", address.division().value())
                .put("kind", address.kind().name())
                .put("text", address.text());
    }

    private static CanonicalJson item(ScopeItem item) {
        return new CanonicalJson().put("id", item.id()).put("text", item.text());
    }
}
