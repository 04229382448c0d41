package io.hutong.tax.clearance.adapter;

import io.hutong.tax.clearance.CertificateTerms;
import io.hutong.tax.clearance.CertificateValidity;
import io.hutong.tax.clearance.ChangeLineTable;
import io.hutong.tax.clearance.ClearanceGate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The rules that come with the service. */
@ApplicationScoped
class BundledRules {
    @Produces
    @Singleton
    ClearanceGate gate() {
        return ClearanceGate.bundled();
    }

    @Produces
    @Singleton
    CertificateValidity validity() {
        return CertificateTerms.bundled();
    }

    @Produces
    @Singleton
    ChangeLineTable line() {
        return ChangeLineTable.bundled();
    }
}
