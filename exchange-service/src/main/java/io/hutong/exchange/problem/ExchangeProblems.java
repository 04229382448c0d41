package io.hutong.exchange.problem;

import io.hutong.web.CommonProblems;
import io.hutong.web.Problem;
import io.hutong.web.ProblemType;
import io.hutong.web.Violation;

/** The refusals of the exchange that clients may act on; each has a page under {@code docs/problems}. */
public final class ExchangeProblems {
    public static final ProblemType SENDER_NOT_REGISTERED =
            new ProblemType("sender-not-registered", 403, "发送方未登记", "The sender is not registered");
    public static final ProblemType AGENCY_SUSPENDED =
            new ProblemType("agency-suspended", 403, "部门已暂停交换", "The agency is suspended");
    public static final ProblemType CLIENT_TAKEN =
            new ProblemType("client-taken", 409, "客户端已属于其他部门", "The client belongs to another agency");
    public static final ProblemType NOT_A_CLOUD_EVENT =
            new ProblemType("not-a-cloud-event", 400, "不是有效的 CloudEvents 1.0 事件", "Not a valid CloudEvents 1.0 event");
    public static final ProblemType FOREIGN_SOURCE =
            new ProblemType("foreign-source", 403, "不能代其他部门发送", "Nobody sends for another agency");
    public static final ProblemType NOT_GRANTED =
            new ProblemType("event-not-granted", 403, "未获授权送入此类事件", "No grant for events of this type");
    public static final ProblemType FOREIGN_DIVISION =
            new ProblemType("foreign-division", 403, "不在授权的区划内", "Outside the divisions of the grant");
    public static final ProblemType UNKNOWN_EVENT_TYPE =
            new ProblemType("unknown-event-type", 422, "没有可送入的此类事件", "No such type of event can be sent in");
    public static final ProblemType UNKNOWN_BUSINESS =
            new ProblemType("unknown-business", 422, "没有登记这一经营主体", "No such business is registered");
    public static final ProblemType EVENT_ID_REUSED =
            new ProblemType("event-id-reused", 409, "事件编号已用于其他内容", "The event id was used for other content");
    public static final ProblemType UNKNOWN_QUESTION =
            new ProblemType("unknown-question", 422, "没有这一询问", "There is no such question");
    public static final ProblemType QUESTION_ANSWERED =
            new ProblemType("question-answered", 409, "询问已经答复", "The question has been answered");
    public static final ProblemType QUESTION_OF_OTHERS =
            new ProblemType("question-of-others", 403, "询问的是其他部门", "The question was asked of another agency");
    public static final ProblemType TOO_MANY_EVENTS =
            new ProblemType("too-many-events", 429, "送入过快", "Too many events");

    private ExchangeProblems() {}

    public static Problem notFound() {
        return Problem.of(CommonProblems.NOT_FOUND, "没有这个编号的记录。", "There is no record of this id.");
    }

    /** A field that breaks one rule; the sentences name the rule, never the value. */
    public static Problem invalid(String pointer, String code, String zh, String en) {
        return Problem.of(CommonProblems.INVALID_REQUEST, zh, en, new Violation(pointer, code, zh, en));
    }
}
