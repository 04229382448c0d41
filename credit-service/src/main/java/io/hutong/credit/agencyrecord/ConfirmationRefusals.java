package io.hutong.credit.agencyrecord;

import io.hutong.credit.problem.CreditProblems;
import io.hutong.identity.BizId;
import io.hutong.web.Problem;
import io.hutong.web.Violation;
import java.util.List;

/** Why a confirmation settles nothing. */
final class ConfirmationRefusals {
    private static final int LONGEST = 500;

    private ConfirmationRefusals() {}

    static void refuseBasis(String basis) {
        if (basis.isBlank() || basis.length() > LONGEST) {
            CreditProblems.refuse(List.of(new Violation(
                    "/basis",
                    "text.length",
                    "须为 1 至 " + LONGEST + " 个字",
                    "must have 1 to " + LONGEST + " characters")));
        }
        if (basis.codePoints().anyMatch(ConfirmationRefusals::unprintable)) {
            CreditProblems.refuse(List.of(new Violation(
                    "/basis",
                    "text.characters",
                    "不得含有控制字符或不完整的字符",
                    "must not have control characters or halves of characters")));
        }
    }

    private static boolean unprintable(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL || type == Character.SURROGATE;
    }

    static Problem restatedByTax(BizId bizId) {
        return Problem.of(
                        CreditProblems.RESTATED_BY_SOURCE,
                        "欠税公告以税务机关为准：由税务人员重报现行公告，存疑随之消除。",
                        "Tax has the last word on its announcements: an officer there states anew what stands, which ends the"
                                + " doubt.")
                .with("restatement", "POST /taxpayers/" + bizId + "/arrears-announcements/restatement");
    }

    static Problem notInDoubt() {
        return Problem.of(
                CreditProblems.NOT_IN_DOUBT,
                "未遗漏该经营主体的此类记录，或者存疑已经消除。",
                "No record of this kind was left out of this business, or the doubt has ended.");
    }

    static Problem missedMore(Doubt doubt) {
        return Problem.of(
                        CreditProblems.DOUBT_GREW,
                        "所注明的遗漏数与现有的不符：请重新查看，并就其后的遗漏再次询问部门。",
                        "As many events were not missed: look again, and ask the departments about what was missed since.")
                .with("missed", doubt.missed());
    }

    /** Names what differs in both directions; a permit with another term stands in both. */
    static void refuseDifference(List<StandingPermit> confirmed, List<StandingPermit> held) {
        List<StandingPermit> notHeld = without(confirmed, held);
        List<StandingPermit> notConfirmed = without(held, confirmed);
        if (!notHeld.isEmpty() || !notConfirmed.isEmpty()) {
            throw Problem.of(
                            CreditProblems.RECORDS_DIFFER,
                            "所确认的许可与本系统的不一致，存疑未消除；请由许可部门先送入缺少的或更正后的许可。",
                            "What is confirmed is not what credit holds, and the doubt stays: the department states first what"
                                    + " is missing or wrong.")
                    .with("notHeld", notHeld)
                    .with("notConfirmed", notConfirmed);
        }
    }

    private static List<StandingPermit> without(List<StandingPermit> these, List<StandingPermit> those) {
        return these.stream().distinct().filter(one -> !those.contains(one)).toList();
    }
}
