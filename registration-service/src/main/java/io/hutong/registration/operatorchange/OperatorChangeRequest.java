package io.hutong.registration.operatorchange;

import io.hutong.events.Document;
import io.hutong.events.OperatorChangeKind;
import io.hutong.identity.BizId;
import io.hutong.registration.register.Operator;
import io.hutong.registration.register.Origin;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What both operators ask for: who follows, since when, with which papers and promises (Order 103 art. 18-19, 27). */
public record OperatorChangeRequest(
        BizId bizId,
        OperatorChangeKind kind,
        Operator newOperator,
        @Nullable LocalDate effectiveOn,
        List<Document> documents,
        Map<String, Boolean> promises,
        Origin origin) {
    public OperatorChangeRequest {
        documents = List.copyOf(documents);
        promises = Map.copyOf(promises);
    }

    OperatorChangeRequest from(Origin other) {
        return new OperatorChangeRequest(bizId, kind, newOperator, effectiveOn, documents, promises, other);
    }

    /** The request as it is registered after tax has cleared it: on that day, whatever day was asked for. */
    OperatorChangeRequest registeredBy(Origin other) {
        return new OperatorChangeRequest(bizId, kind, newOperator, null, documents, promises, other);
    }
}
