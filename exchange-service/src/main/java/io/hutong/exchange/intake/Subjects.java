package io.hutong.exchange.intake;

import io.hutong.exchange.business.Businesses;
import io.hutong.exchange.business.KnownBusiness;
import io.hutong.identity.BizId;
import io.hutong.identity.InvalidValue;
import io.hutong.identity.UnifiedSocialCreditCode;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The businesses that statements are about, named by our id or by their unified social credit code. */
final class Subjects {
    private final Map<String, KnownBusiness> bySubject = new HashMap<>();

    private Subjects() {}

    static Subjects of(Collection<Statement> statements, Businesses businesses) {
        Map<String, BizId> ids = new HashMap<>();
        Map<String, UnifiedSocialCreditCode> codes = new HashMap<>();
        for (Statement statement : statements) {
            String subject = statement.subject();
            read(subject, BizId::of).ifPresent(id -> ids.put(subject, id));
            read(subject, UnifiedSocialCreditCode::of).ifPresent(code -> codes.put(subject, code));
        }
        Subjects subjects = new Subjects();
        subjects.keep(ids, businesses.find(new LinkedHashSet<>(ids.values())));
        subjects.keep(codes, businesses.byCode(new LinkedHashSet<>(codes.values())));
        return subjects;
    }

    Optional<KnownBusiness> find(String subject) {
        return Optional.ofNullable(bySubject.get(subject));
    }

    Set<BizId> businesses() {
        Set<BizId> ids = new LinkedHashSet<>();
        bySubject.values().forEach(business -> ids.add(business.bizId()));
        return ids;
    }

    private <K> void keep(Map<String, K> names, Map<K, KnownBusiness> known) {
        names.forEach((subject, name) -> {
            KnownBusiness business = known.get(name);
            if (business != null) {
                bySubject.put(subject, business);
            }
        });
    }

    private static <T> Optional<T> read(String text, Function<String, T> form) {
        try {
            return Optional.of(form.apply(text));
        } catch (InvalidValue other) {
            return Optional.empty();
        }
    }
}
