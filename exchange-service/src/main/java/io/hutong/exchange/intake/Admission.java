package io.hutong.exchange.intake;

import io.hutong.exchange.agency.Grant;
import io.hutong.exchange.agency.Grants;
import io.hutong.exchange.agency.RegisteredAgency;
import io.hutong.exchange.business.KnownBusiness;
import io.hutong.exchange.problem.ExchangeProblems;
import io.hutong.web.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** May this agency state this, about this business, today? Pure. */
final class Admission {
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final RegisteredAgency sender;
    private final LocalDate today;
    private final Instant now;

    Admission(RegisteredAgency sender, LocalDate today, Instant now) {
        this.sender = sender;
        this.today = today;
        this.now = now;
    }

    /** The source that events of an agency carry. */
    static String sourceOf(RegisteredAgency agency) {
        return "/agencies/" + agency.code();
    }

    /** Nobody speaks for another agency. */
    void refuseForeignSource(Statement statement) {
        if (!statement.source().equals(sourceOf(sender))) {
            throw Problem.of(
                    ExchangeProblems.FOREIGN_SOURCE,
                    "source 须为 " + sourceOf(sender) + "，不能代其他部门发送。",
                    "source must be " + sourceOf(sender) + ": nobody sends for another agency.");
        }
    }

    /** The business, if everything about the statement but its content is in order. */
    KnownBusiness admit(Statement statement, Optional<KnownBusiness> subject) {
        refuseUnknownType(statement.type());
        refuseUngranted(sender.grants().of(statement.type(), today));
        refuseFuture(statement.circumstances().time());
        KnownBusiness business = subject.orElseThrow(Admission::unknownBusiness);
        refuseUngranted(sender.grants().of(statement.type(), today, business.places()));
        return business;
    }

    private static void refuseUnknownType(String type) {
        if (!Grant.canBeSentIn(type)) {
            throw Problem.of(
                    ExchangeProblems.UNKNOWN_EVENT_TYPE,
                    "没有可送入的此类事件，类型见文档 events.md。",
                    "No such type of event can be sent in; events.md lists them.");
        }
    }

    private static void refuseUngranted(Grants.Verdict verdict) {
        switch (verdict) {
            case ALLOWED -> {
                // goes on
            }
            case TYPE_NOT_GRANTED ->
                throw Problem.of(
                        ExchangeProblems.NOT_GRANTED,
                        "贵部门未获授权送入此类事件。",
                        "The agency has no grant for events of this type.");
            case NOT_IN_FORCE ->
                throw Problem.of(
                        ExchangeProblems.NOT_GRANTED,
                        "对此类事件的授权今日不在有效期内。",
                        "The grant for events of this type is not in force today.");
            case FOREIGN_DIVISION ->
                throw Problem.of(
                        ExchangeProblems.FOREIGN_DIVISION,
                        "该经营主体不在授权的区划内。",
                        "The business belongs to no division of the grant.");
        }
    }

    private void refuseFuture(@org.jspecify.annotations.Nullable Instant time) {
        if (time != null && time.isAfter(now.plus(CLOCKS_DIFFER))) {
            throw ExchangeProblems.invalid("/time", "event.time", "time 不能在将来", "time must not lie in the future");
        }
    }

    private static Problem unknownBusiness() {
        return Problem.of(
                ExchangeProblems.UNKNOWN_BUSINESS,
                "subject 须为已登记经营主体的编号或统一社会信用代码。",
                "subject must be the id or the unified social credit code of a registered business.");
    }
}
