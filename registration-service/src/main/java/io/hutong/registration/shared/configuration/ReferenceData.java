package io.hutong.registration.shared.configuration;

import io.hutong.identity.CreditCodePrefixes;
import io.hutong.identity.Divisions;
import io.hutong.registration.duty.Duties;
import io.hutong.registration.operatorchange.OperatorChangeConditions;
import io.hutong.registration.operatorchange.OperatorChangeRegime;
import io.hutong.registration.register.OperatorAge;
import io.hutong.registration.suspension.SuspensionTerm;
import io.hutong.time.WorkingDays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Tables and rule sets that come with the service, each read and checked once at the first use. */
@ApplicationScoped
class ReferenceData {
    @Produces
    @Singleton
    Divisions divisions() {
        return Divisions.bundled();
    }

    @Produces
    @Singleton
    CreditCodePrefixes creditCodePrefixes() {
        return CreditCodePrefixes.bundled();
    }

    @Produces
    @Singleton
    WorkingDays workingDays() {
        return WorkingDays.bundled();
    }

    @Produces
    @Singleton
    OperatorAge operatorAge() {
        return OperatorAge.bundled();
    }

    @Produces
    @Singleton
    SuspensionTerm suspensionTerm() {
        return SuspensionTerm.bundled();
    }

    @Produces
    @Singleton
    Duties duties() {
        return Duties.bundled();
    }

    @Produces
    @Singleton
    OperatorChangeRegime regimes() {
        return OperatorChangeRegime.bundled();
    }

    @Produces
    @Singleton
    OperatorChangeConditions conditions() {
        return OperatorChangeConditions.bundled();
    }
}
