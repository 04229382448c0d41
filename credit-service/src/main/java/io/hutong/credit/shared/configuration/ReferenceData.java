package io.hutong.credit.shared.configuration;

import io.hutong.credit.abnormallist.ListRules;
import io.hutong.credit.annualreport.ReportRules;
import io.hutong.credit.consent.SharingRules;
import io.hutong.credit.financing.FinancingRules;
import io.hutong.credit.objection.ObjectionRules;
import io.hutong.credit.penalty.PenaltyRules;
import io.hutong.credit.publication.PublicationRules;
import io.hutong.credit.reminder.ReminderRules;
import io.hutong.credit.repair.RepairRules;
import io.hutong.credit.seriouslist.SeriousRules;
import io.hutong.identity.Divisions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Tables and rule sets that come with the service, each read and checked once at the first use. */
@ApplicationScoped
class ReferenceData {

    @Produces
    @Singleton
    ReportRules reportRules() {
        return ReportRules.bundled();
    }

    @Produces
    @Singleton
    Divisions divisions() {
        return Divisions.bundled();
    }

    @Produces
    @Singleton
    ListRules listRules() {
        return ListRules.bundled();
    }

    @Produces
    @Singleton
    PublicationRules publicationRules() {
        return PublicationRules.bundled();
    }

    @Produces
    @Singleton
    ReminderRules reminderRules() {
        return ReminderRules.bundled();
    }

    @Produces
    @Singleton
    SharingRules sharingRules() {
        return SharingRules.bundled();
    }

    @Produces
    @Singleton
    FinancingRules financingRules() {
        return FinancingRules.bundled();
    }

    @Produces
    @Singleton
    ObjectionRules objectionRules() {
        return ObjectionRules.bundled();
    }

    @Produces
    @Singleton
    PenaltyRules penaltyRules() {
        return PenaltyRules.bundled();
    }

    @Produces
    @Singleton
    SeriousRules seriousRules() {
        return SeriousRules.bundled();
    }

    @Produces
    @Singleton
    RepairRules repairRules() {
        return RepairRules.bundled();
    }
}
