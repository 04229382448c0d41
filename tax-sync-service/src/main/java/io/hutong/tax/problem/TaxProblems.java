package io.hutong.tax.problem;

import io.hutong.events.TaxEvent.ArrearsAnnouncementCleared.Reason;
import io.hutong.identity.ArrearsAnnouncementId;
import io.hutong.web.CommonProblems;
import io.hutong.web.Problem;
import io.hutong.web.ProblemType;
import io.hutong.web.Violation;

/** The refusals of the tax service beside those that any service may answer with. */
public final class TaxProblems {
    public static final ProblemType CHANGE_NOT_HELD =
            new ProblemType("change-not-held", 409, "该变更不在等待", "The change does not wait");
    public static final ProblemType REQUEST_NOT_OPEN =
            new ProblemType("clearance-request-not-open", 409, "清税申请已结束", "The request for clearance has ended");
    public static final ProblemType CERTIFICATE_NOT_IN_FORCE =
            new ProblemType("certificate-not-in-force", 409, "清税证明已失效", "The certificate is not in force");
    public static final ProblemType TENURE_NOT_CLEAR =
            new ProblemType("tenure-not-clear", 409, "仍有未办结事项", "The tenure is not clear");
    public static final ProblemType ANNOUNCED_OTHERWISE =
            new ProblemType("arrears-announced-otherwise", 409, "该欠税已按其他内容登记", "The arrears are recorded otherwise");
    public static final ProblemType ANNOUNCEMENT_CLEARED =
            new ProblemType("arrears-announcement-cleared", 409, "该欠税公告已解除", "The announcement was cleared");

    private TaxProblems() {}

    public static Problem notFound() {
        return Problem.of(CommonProblems.NOT_FOUND, "没有这个编号的记录。", "There is no record of this id.");
    }

    /** A line that does not stand any longer; {@code onRecordAs} is the id to look at. */
    public static Problem cleared(ArrearsAnnouncementId onRecordAs, Reason reason) {
        return Problem.of(ANNOUNCEMENT_CLEARED, "该欠税公告已经解除。", "The announcement was cleared already.")
                .with("clearedAs", reason.name())
                .with("announcementId", onRecordAs.value());
    }

    /** A field that breaks one rule; the sentences name the rule, never the value. */
    public static Problem invalid(String pointer, String code, String zh, String en) {
        return Problem.of(CommonProblems.INVALID_REQUEST, zh, en, new Violation(pointer, code, zh, en));
    }
}
