package io.hutong.registration.problem;

import io.hutong.web.ProblemType;

/** The refusals of the register that clients may act on; each has a page under {@code docs/problems}. */
public final class RegistrationProblems {
    public static final ProblemType BUSINESS_ENDED =
            new ProblemType("business-ended", 409, "该经营主体已终止", "The business has ended");
    public static final ProblemType STATUS_FORBIDS =
            new ProblemType("status-forbids", 409, "当前状态不允许此操作", "The present status does not allow it");
    public static final ProblemType NAME_TAKEN = new ProblemType("name-taken", 409, "名称已被使用", "The name is in use");
    public static final ProblemType USCC_TAKEN =
            new ProblemType("uscc-taken", 409, "统一社会信用代码已被使用", "The unified social credit code is in use");
    public static final ProblemType APPLICATION_PENDING = new ProblemType(
            "operator-change-pending", 409, "已有经营者变更申请尚未登记", "An operator change already waits to be registered");
    public static final ProblemType NOT_WITHDRAWABLE =
            new ProblemType("not-withdrawable", 409, "该申请已不能撤回", "The application can no longer be withdrawn");
    public static final ProblemType NOT_ANNULLABLE =
            new ProblemType("not-annullable", 409, "该登记不能撤销", "The registration cannot be annulled");
    public static final ProblemType VERIFICATION_OPEN = new ProblemType(
            "premises-verification-open", 409, "住所核验请求尚未得到答复", "Verification of the premises is already asked for");
    public static final ProblemType RESTRICTION_LIFTED =
            new ProblemType("restriction-lifted", 409, "该限制已经解除", "The restriction was lifted before");
    public static final ProblemType RESTRICTED =
            new ProblemType("business-restricted", 409, "该经营主体被限制登记", "Orders against the business forbid it");
    public static final ProblemType SIMPLE_EXCLUDED =
            new ProblemType("simple-deregistration-excluded", 409, "不适用简易注销", "Simple deregistration is excluded");
    public static final ProblemType CONDITIONS_NOT_MET = new ProblemType(
            "operator-change-conditions", 422, "不符合经营者变更的条件", "The conditions of an operator change are not met");

    private RegistrationProblems() {}
}
