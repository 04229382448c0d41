package io.hutong.exchange.agency;

import io.hutong.events.AgencyCode;
import io.hutong.exchange.problem.ExchangeProblems;
import io.hutong.identity.InvalidValue;
import io.hutong.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Finds the agency on whose behalf a client comes. The token names it; the register of agencies says whether that client
 * is one of the agency's and whether the agency may come in at all.
 */
@ApplicationScoped
public class AdmitSender {
    private final Agencies agencies;

    AdmitSender(Agencies agencies) {
        this.agencies = agencies;
    }

    /** The agency that the token's claim names, for this client; 403 otherwise. */
    public RegisteredAgency handle(String claimedAgency, String client) {
        RegisteredAgency agency = code(claimedAgency)
                .flatMap(agencies::find)
                .filter(found -> found.profile().clients().contains(client))
                .orElseThrow(AdmitSender::notRegistered);
        if (!agency.profile().active()) {
            throw Problem.of(
                    ExchangeProblems.AGENCY_SUSPENDED,
                    "该部门的数据交换已暂停，请联系政务数据管理部门。",
                    "The agency is suspended at the exchange; ask the data administration.");
        }
        return agency;
    }

    private static Optional<AgencyCode> code(String claim) {
        try {
            return Optional.of(AgencyCode.of(claim));
        } catch (InvalidValue noCode) {
            return Optional.empty();
        }
    }

    private static Problem notRegistered() {
        return Problem.of(
                ExchangeProblems.SENDER_NOT_REGISTERED,
                "令牌中的部门尚未登记，或该客户端不属于此部门。",
                "The agency of the token is not registered, or the client is not one of its own.");
    }
}
