package io.hutong.credit.consent;

import io.hutong.credit.business.CreditTime;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.events.AgencyCode;
import io.hutong.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;

/** The institutions that the authority connected; one that it took off the list is served no longer, whatever it was given before. */
@ApplicationScoped
public class ConnectedBanks {
    private final SharingRules rules;
    private final CreditTime time;

    ConnectedBanks(SharingRules rules, CreditTime time) {
        this.rules = rules;
        this.time = time;
    }

    /** Whether it is connected today. */
    public boolean isConnected(AgencyCode organisation) {
        return rules.isConnected(organisation, time.today());
    }

    /** The same code, if it is connected today. */
    public AgencyCode refuseOthers(AgencyCode organisation) {
        if (!isConnected(organisation)) {
            throw Problem.of(
                    CreditProblems.NOT_CONNECTED,
                    "该金融机构未接入，或者已停止接入。",
                    "The institution is not connected, or no longer.");
        }
        return organisation;
    }
}
