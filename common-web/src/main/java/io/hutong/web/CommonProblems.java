package io.hutong.web;

/** The refusals that any service may answer with. */
public final class CommonProblems {

    public static final ProblemType BAD_REQUEST = new ProblemType("bad-request", 400, "请求有误", "Bad request");
    public static final ProblemType MALFORMED_BODY =
            new ProblemType("malformed-body", 400, "请求正文不是有效的 JSON", "The body is not valid JSON");
    public static final ProblemType BAD_CURSOR = new ProblemType("bad-cursor", 400, "分页游标无效", "Invalid page cursor");
    public static final ProblemType IDEMPOTENCY_KEY_REQUIRED = new ProblemType(
            "idempotency-key-required", 400, "缺少或无效的 Idempotency-Key", "Idempotency-Key is missing or invalid");
    public static final ProblemType UNAUTHENTICATED =
            new ProblemType("unauthenticated", 401, "需要有效的访问令牌", "A valid access token is required");
    public static final ProblemType FORBIDDEN = new ProblemType("forbidden", 403, "无权执行此操作", "Not allowed");
    public static final ProblemType WRONG_AGENCY =
            new ProblemType("wrong-agency", 403, "此操作属于其他部门", "The operation belongs to another agency");
    public static final ProblemType NOT_FOUND = new ProblemType("not-found", 404, "未找到", "Not found");
    public static final ProblemType METHOD_NOT_ALLOWED =
            new ProblemType("method-not-allowed", 405, "不支持的方法", "Method not allowed");
    public static final ProblemType NOT_ACCEPTABLE =
            new ProblemType("not-acceptable", 406, "无法以所要求的格式应答", "Not acceptable");
    public static final ProblemType CONCURRENT_CHANGE =
            new ProblemType("concurrent-change", 409, "同一对象正被他人修改", "Someone else is changing the same thing");
    public static final ProblemType VERSION_CONFLICT =
            new ProblemType("version-conflict", 412, "版本已变化", "The version has changed");
    public static final ProblemType TOO_LARGE = new ProblemType("too-large", 413, "请求过大", "The request is too large");
    public static final ProblemType UNSUPPORTED_MEDIA_TYPE =
            new ProblemType("unsupported-media-type", 415, "不支持的内容类型", "Unsupported media type");
    public static final ProblemType INVALID_REQUEST =
            new ProblemType("invalid-request", 422, "请求内容不符合规定", "The request breaks a rule");
    public static final ProblemType IDEMPOTENCY_KEY_REUSED = new ProblemType(
            "idempotency-key-reused", 422, "Idempotency-Key 已用于其他请求", "Idempotency-Key was used for another request");
    public static final ProblemType PRECONDITION_REQUIRED =
            new ProblemType("precondition-required", 428, "需要 If-Match", "If-Match is required");
    public static final ProblemType INTERNAL = new ProblemType("internal", 500, "内部错误", "Internal error");
    public static final ProblemType UNAVAILABLE =
            new ProblemType("unavailable", 503, "服务暂不可用", "Temporarily unavailable");

    private CommonProblems() {}
}
