package io.hutong.tax.divergence.adapter;

import io.hutong.tax.clearance.Hold;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an officer is to do about a hold that only he can end. */
record AdviceJson(String zh, String en) {
    private static final AdviceJson BASE_MISSING = new AdviceJson(
            "本变更所承接的经营者任期未在税务生效。请与登记核对：登记仍由本变更的经营者经营的，请市场监管部门补传所缺变更，到达后重新判定；登记已不再保留的，不予办理本变更。",
            "The tenure that this change ends never took effect at tax. Compare with the register: if its operator is the"
                    + " one of this change, ask market supervision for the missing change and re-evaluate once it"
                    + " arrived (POST re-evaluation); if not, refuse this change (POST refusal).");
    private static final AdviceJson LEFT_TO_OFFICER = new AdviceJson(
            "因注销、撤销、撤回或转企业，本变更转由税务人员决定：仍应办理的，重新判定；不应办理的，不予办理。",
            "A deregistration, annulment, withdrawal or conversion left this change to you: if it is still to take effect,"
                    + " re-evaluate (POST re-evaluation); if not, refuse it (POST refusal).");
    private static final AdviceJson REVOCATION = new AdviceJson(
            "清税证明已撤销，由税务人员决定：可以重新出具的，重新判定清税申请；否则拒绝。",
            "The certificate was revoked: if another may be issued, re-evaluate the request for clearance (POST"
                    + " re-evaluation); if not, refuse it (POST refusal).");
    private static final AdviceJson CERTIFICATE = new AdviceJson(
            "所附清税证明不能使用：任期已清的，补发清税证明；否则由市场监管部门撤回，或不予办理。",
            "The certificate shown does not serve: if the tenure is clear, issue another (POST certificate); if not, market"
                    + " supervision withdraws the change, or refuse it (POST refusal).");
    private static final AdviceJson VALIDITY_NOT_SET = new AdviceJson(
            "该用途清税证明的有效期尚未设定：请主管机关在 rules/clearance.yaml 设定，设定后自动出具；否则不予出具。",
            "Nobody has said how long a certificate for this purpose serves: the authority sets it in rules/clearance.yaml,"
                    + " then it is issued by itself; or refuse the request (POST refusal).");

    static @Nullable AdviceJson of(@Nullable Hold hold) {
        if (hold == null || hold.items() == null) {
            return null;
        }
        return hold.items().items().stream()
                .map(item -> of(item.code()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable AdviceJson of(String code) {
        if (code.equals("BLK_BASE_MISSING")) {
            return BASE_MISSING;
        }
        if (code.equals("BLK_OFFICER.REVOCATION")) {
            return REVOCATION;
        }
        if (code.startsWith("BLK_OFFICER.")) {
            return LEFT_TO_OFFICER;
        }
        if (code.equals("BLK_CERTIFICATE.VALIDITY_NOT_SET")) {
            return VALIDITY_NOT_SET;
        }
        return code.startsWith("BLK_CERTIFICATE.") ? CERTIFICATE : null;
    }
}
