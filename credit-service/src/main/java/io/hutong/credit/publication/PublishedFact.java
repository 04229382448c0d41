package io.hutong.credit.publication;

import io.hutong.credit.business.KnownBusiness;
import io.hutong.identity.BizId;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that the law makes public about a business, with what is shown of it, from and to which day; without a last day
 * until it ends. Nothing in {@code content} is anything else than public.
 */
public record PublishedFact(
        UUID subjectId,
        FactKind kind,
        BizId bizId,
        Map<String, String> content,
        LocalDate from,
        @Nullable LocalDate to) {

    public PublishedFact {
        content = Map.copyOf(content);
    }

    /** With the name and the code of the business beside what is said of it. */
    public static PublishedFact of(
            KnownBusiness business,
            FactKind kind,
            UUID subjectId,
            Map<String, String> content,
            LocalDate from,
            @Nullable LocalDate to) {
        Map<String, String> all = new LinkedHashMap<>();
        if (business.name() != null) {
            all.put("name", business.name());
        }
        all.put("uscc", business.uscc().value());
        all.putAll(content);
        return new PublishedFact(subjectId, kind, business.bizId(), all, from, to);
    }

    /** The same, shown no longer than to that day. */
    PublishedFact until(LocalDate last) {
        return to != null && to.isBefore(last) ? this : new PublishedFact(subjectId, kind, bizId, content, from, last);
    }
}
