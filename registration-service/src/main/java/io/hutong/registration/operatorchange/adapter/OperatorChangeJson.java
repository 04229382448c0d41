package io.hutong.registration.operatorchange.adapter;

import io.hutong.events.Document;
import io.hutong.events.OperatorChangeKind;
import io.hutong.events.PersonIdentity;
import io.hutong.identity.BizId;
import io.hutong.identity.ResidentId;
import io.hutong.registration.operatorchange.OperatorChangeRequest;
import io.hutong.registration.register.Operator;
import io.hutong.registration.register.Origin;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a request for an operator change. */
record OperatorChangeJson(
        OperatorChangeKind kind,
        PersonJson newOperator,
        @Nullable LocalDate effectiveOn,
        @Nullable List<Document> documents,
        @Nullable Map<String, Boolean> promises) {

    /** Who is to follow; who checked by hand, where that person is not of age. */
    record PersonJson(
            String name,
            ResidentId residentId,
            @Nullable String residence,
            @Nullable String phone,
            @Nullable LocalDate birthDate,
            @Nullable String ageCheckedBy) {
        @Override
        public String toString() {
            return "PersonJson[masked]";
        }
    }

    OperatorChangeRequest request(BizId bizId, Origin origin) {
        var person = new PersonIdentity(
                newOperator.name(), newOperator.residentId(), newOperator.residence(), newOperator.phone());
        return new OperatorChangeRequest(
                bizId,
                kind,
                new Operator(person, newOperator.birthDate(), newOperator.ageCheckedBy()),
                effectiveOn,
                documents == null ? List.of() : documents,
                promises == null ? Map.of() : promises,
                origin);
    }
}
