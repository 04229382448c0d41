package io.hutong.registration.register.adapter;

import io.hutong.identity.UnifiedSocialCreditCode;
import jakarta.transaction.TransactionScoped;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The codes of businesses that this transaction has added and not written yet. With it a code can be looked for without
 * writing first what waits, so that a load of many businesses is written in batches.
 */
@TransactionScoped
class CodesAdded implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Map<String, String> businesses = new HashMap<>();

    void add(BusinessRow row) {
        businesses.put(row.uscc, row.bizId);
    }

    @Nullable
    String businessOf(UnifiedSocialCreditCode uscc) {
        return businesses.get(uscc.value());
    }
}
