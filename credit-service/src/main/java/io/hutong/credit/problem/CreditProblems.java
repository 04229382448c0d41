package io.hutong.credit.problem;

import io.hutong.events.BusinessStatus;
import io.hutong.web.CommonProblems;
import io.hutong.web.Problem;
import io.hutong.web.ProblemType;
import io.hutong.web.Violation;
import java.util.List;
import java.util.stream.Stream;

/** The refusals of the credit service that clients may act on; each has a page under {@code docs/problems}. */
public final class CreditProblems {
    public static final ProblemType BUSINESS_ENDED =
            new ProblemType("business-ended", 409, "该经营主体已终止", "The business has ended");
    public static final ProblemType REPORT_CLOSED =
            new ProblemType("report-closed", 409, "年度报告已不能更正", "The annual report is closed");
    public static final ProblemType ALREADY_LISTED =
            new ProblemType("already-listed", 409, "已因同一事由列入", "Already listed on this ground");
    public static final ProblemType ALREADY_REMOVED =
            new ProblemType("already-removed", 409, "该记录已移出名录", "The entry has been removed");
    public static final ProblemType NOT_CURED =
            new ProblemType("not-cured", 409, "列入事由尚未消除", "The ground still stands");
    public static final ProblemType RUN_NOT_OPEN =
            new ProblemType("listing-run-not-open", 409, "该批次已签发或已有批次在办理", "The listing run is not open");
    public static final ProblemType WINDOW_OPEN =
            new ProblemType("report-window-open", 409, "报送期尚未届满", "The time for reports is not over");
    public static final ProblemType ALREADY_CHECKED =
            new ProblemType("already-checked", 409, "已有核查结论", "Looked into already");
    public static final ProblemType NOT_CONNECTED =
            new ProblemType("bank-not-connected", 403, "金融机构未接入", "The institution is not connected");

    public static final ProblemType PLATFORM_NOT_CONNECTED =
            new ProblemType("platform-not-connected", 409, "该公示平台未对接", "The platform is not connected");

    public static final ProblemType CONSENT_ENDED =
            new ProblemType("consent-ended", 409, "该授权已终止", "The consent has ended");

    public static final ProblemType STAGE_NOT_NEXT =
            new ProblemType("stage-not-next", 409, "该需求不能变为此状态", "The demand cannot become that now");
    public static final ProblemType OBJECTION_TOO_LATE =
            new ProblemType("objection-too-late", 409, "提出异议的期限已过", "The time for objections is over");
    public static final ProblemType OBJECTION_PENDING =
            new ProblemType("objection-pending", 409, "对该记录的异议正在办理", "An objection is under way");
    public static final ProblemType OBJECTION_STEP =
            new ProblemType("objection-step", 409, "异议的状态不允许此步骤", "The objection is not in the state for this step");
    public static final ProblemType PENALTY_RECORDED =
            new ProblemType("penalty-recorded", 409, "该处罚决定已经登记", "The penalty decision is recorded");
    public static final ProblemType PENALTY_NOT_SHOWN =
            new ProblemType("penalty-not-shown", 409, "该处罚信息不公示", "The penalty is not published");
    public static final ProblemType PENALTY_STATE =
            new ProblemType("penalty-state", 409, "处罚信息的状态不允许此操作", "The penalty is not in the state for this");
    public static final ProblemType TOO_MANY_BATCHES =
            new ProblemType("too-many-batches", 429, "同时查询的批次过多", "Too many batches at the same time");
    public static final ProblemType REPAIR_TARGET =
            new ProblemType("repair-target", 409, "该记录不能申请信用修复", "Nothing here can be repaired on application");
    public static final ProblemType REPAIR_PENDING =
            new ProblemType("repair-pending", 409, "该记录的修复申请正在办理", "An application for repair is under way");
    public static final ProblemType REPAIR_BARRED =
            new ProblemType("repair-barred", 409, "因提供虚假材料不得申请信用修复", "Barred from repair after false material");
    public static final ProblemType REPAIR_CONDITIONS =
            new ProblemType("repair-conditions", 409, "不符合信用修复条件", "The conditions of repair are not met");
    public static final ProblemType REPAIR_STEP =
            new ProblemType("repair-step", 409, "修复申请的状态不允许此步骤", "The application is not in the state for this step");

    public static final ProblemType CASE_NUMBER_REUSED =
            new ProblemType("case-number-reused", 409, "该业务编号已用于另一事项", "The case number stands for something else");

    public static final ProblemType CASE_VERSION =
            new ProblemType("case-version", 409, "版本与现有版本不符", "The version does not fit the present one");

    public static final ProblemType NOT_IN_DOUBT =
            new ProblemType("records-not-in-doubt", 409, "该类记录不存疑", "The records are not in doubt");
    public static final ProblemType RESTATED_BY_SOURCE = new ProblemType(
            "records-restated-by-source", 409, "该类记录由来源部门重报", "The records are restated by their source");
    public static final ProblemType RECORDS_DIFFER =
            new ProblemType("records-differ", 409, "所确认的与现有记录不一致", "What is confirmed is not what is held");
    public static final ProblemType DOUBT_GREW =
            new ProblemType("doubt-grew", 409, "遗漏数与现有的不符", "Another number of events was missed");
    public static final ProblemType DOUBT_CHANGED =
            new ProblemType("doubt-changed", 409, "存疑情况已变化", "The doubt is another than was seen");

    private static final int RETRY_AFTER_SECONDS = 5;

    private CreditProblems() {}

    /** Refuses a request with everything that is wrong about it, if anything is. */
    public static void refuse(List<Violation> found) {
        if (!found.isEmpty()) {
            throw Problem.of(
                    CommonProblems.INVALID_REQUEST,
                    "请一次性更正所列各项。",
                    "Correct all that is listed.",
                    found.toArray(Violation[]::new));
        }
    }

    public static Problem notFound() {
        return Problem.of(CommonProblems.NOT_FOUND, "没有这个编号的记录。", "There is no record of this id.");
    }

    public static Problem ended(BusinessStatus status) {
        return Problem.of(
                        BUSINESS_ENDED,
                        "该经营主体已注销或登记已被撤销，不再办理此事项。",
                        "The business has left the register; this is no longer done for it.")
                .with("businessStatus", status);
    }

    public static Problem platformNotConnected() {
        return Problem.of(
                PLATFORM_NOT_CONNECTED,
                "该公示平台尚未对接，无从得知其公示内容；向其发出的指令等待对接。",
                "The platform is not connected: it tells nothing, and its orders wait until it is.");
    }

    public static Problem tooManyBatches() {
        return Problem.of(
                        TOO_MANY_BATCHES,
                        "贵机构同时进行的批量查询或者订阅已达上限，请在其中一批完成后重试。",
                        "As many batches of the institution are under way as it may have; try again when one is done.")
                .with("retryAfterSeconds", RETRY_AFTER_SECONDS);
    }

    /** What a request names does not exist, by each of these that names it. */
    public static Problem unknown(String... pointers) {
        return Problem.of(
                CommonProblems.INVALID_REQUEST,
                "请更正所列各项。",
                "Correct what is listed.",
                Stream.of(pointers)
                        .map(pointer -> new Violation(pointer, "record.unknown", "没有这样的记录", "there is no such record"))
                        .toArray(Violation[]::new));
    }

    public static Problem caseNumberReused() {
        return Problem.of(
                CASE_NUMBER_REUSED, "同一业务编号不能用于不同的内容。", "One case number cannot stand for two different pushes.");
    }

    public static Problem caseVersion(int newest) {
        return Problem.of(
                        CASE_VERSION,
                        "更正的版本号应为现有版本号加一；重复推送某一版本时内容须与此前相同。",
                        "A correction has the version after the present one; a version that is repeated says the same.")
                .with("version", newest);
    }

    public static Problem caseUnread(int present) {
        return Problem.of(
                        CASE_VERSION,
                        "所注明的不是现有版本，或者平台更正后未注明版本；请阅读现有版本，办理时注明其版本号。",
                        "The version named is not the present one, or none is named although the platform made a correction:"
                                + " read the present one, and name it with the step.")
                .with("version", present);
    }

    public static Problem consentEnded(String status) {
        return Problem.of(
                        CONSENT_ENDED,
                        "该授权已经终止，此后不再据以提供任何内容。",
                        "The consent has ended already; nothing is told on its ground any longer.")
                .with("consentStatus", status);
    }
}
