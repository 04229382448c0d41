package io.hutong.registration.register;

import io.hutong.identity.OperatorTenureId;

/** An operator's time at the business, with the name that the law makes public. */
public record TenureRef(OperatorTenureId id, String operatorName) {
    @Override
    public String toString() {
        return "TenureRef[" + id + "]";
    }
}
