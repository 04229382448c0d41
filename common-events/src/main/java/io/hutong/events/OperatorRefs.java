package io.hutong.events;

/** One sealed pseudonym per service that must recognise a person without seeing the identity number. */
public record OperatorRefs(
        Sealed<PersonRef> tax, Sealed<PersonRef> credit, Sealed<PersonRef> subsidy, Sealed<PersonRef> exchange) {}
