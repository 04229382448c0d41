package io.hutong.registration.register;

import io.hutong.events.RegistrationEvent;
import io.hutong.identity.BizId;
import io.hutong.identity.EventId;
import io.hutong.messaging.EventContext;
import io.hutong.messaging.Outbox;
import io.hutong.registration.duty.DutyRoster;
import io.hutong.registration.duty.TrackedChange;
import io.hutong.web.CommonProblems;
import io.hutong.web.Problem;
import io.hutong.web.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The book in which all features register their changes: state, history, duties and event in one transaction, which the
 * caller has opened. The stream of the business is locked first, so that the order of the log is that of the commits.
 */
@ApplicationScoped
public class Register {
    private final Outbox outbox;
    private final Businesses businesses;
    private final RegisterLog log;
    private final DutyRoster roster;
    private final RegisterTime time;

    public Register(Outbox outbox, Businesses businesses, RegisterLog log, DutyRoster roster, RegisterTime time) {
        this.outbox = outbox;
        this.businesses = businesses;
        this.log = log;
        this.roster = roster;
        this.time = time;
    }

    /** Locks the business's stream, then reads the business; 404 if there is none. */
    public Business lock(BizId id) {
        outbox.lock(id);
        return businesses
                .find(id)
                .orElseThrow(() -> Problem.of(CommonProblems.NOT_FOUND, "没有这个经营主体。", "There is no such business."));
    }

    public Business lock(BizId id, long expectedVersion) {
        return lock(id).commandable(expectedVersion);
    }

    /** The legal day of a change: not in the future, nor before the latest change that stands. */
    public LocalDate effectiveOn(Business business, @Nullable LocalDate asked) {
        LocalDate today = time.today();
        LocalDate day = asked == null ? today : asked;
        if (day.isAfter(today) || day.isBefore(business.lastEffectOn())) {
            throw Problem.of(
                    CommonProblems.INVALID_REQUEST,
                    "生效日期不得晚于今天，也不得早于最近一次登记的生效日期。",
                    "The effective date lies neither in the future nor before that of the latest registration.",
                    new Violation("/effectiveOn", "date.order", "生效日期超出允许范围", "the effective date is out of order"));
        }
        return day;
    }

    /** The legal day of what was asked for earlier and is registered now: the day asked for, but in the order of the log. */
    public LocalDate effectiveLate(Business business, @Nullable LocalDate asked) {
        LocalDate day = asked == null ? time.today() : asked;
        return day.isBefore(business.lastEffectOn()) ? business.lastEffectOn() : day;
    }

    /** Enters the first change of a new business. */
    public void open(Business business, Amendment opening) {
        outbox.lock(business.id());
        businesses.add(business);
        enter(business, business, opening, null);
    }

    /** Registers a change at once. */
    public Business register(Business before, Amendment change) {
        return register(before, change, null);
    }

    /** Registers what an application asked for. */
    public Business register(Business before, Amendment change, @Nullable TrackedChange application) {
        Business after = before.with(change.patch().appliedTo(before.state()), change.effectiveOn());
        businesses.save(after);
        enter(before, after, change, application);
        return after;
    }

    /** Enters a change whose resulting state was computed otherwise: an annulment. */
    public Business restore(Business before, Business after, Amendment annulment) {
        businesses.save(after);
        enter(before, after, annulment, null);
        if (before.status().terminal()) {
            after.inSeparateRegister().ifPresent(term -> stateAgain(after, term));
        }
        return after;
    }

    /** Whoever follows the register saw the business end, which ended everything else. */
    private void stateAgain(Business business, SeparateRegister.Term term) {
        state(
                business,
                term.statement(business.particulars().uscc()),
                term.entryId().uuid(),
                null);
    }

    /** States an event that changes no registered fact: an application, or its end. */
    public Business announce(Business business, RegistrationEvent.OfChange event, Origin origin) {
        Business touched = business.touched();
        businesses.save(touched);
        append(touched, event, origin, time.today());
        return touched;
    }

    /**
     * States an event that leaves the business as it is, a question to an agency or a receipt, and gives the event's
     * identity.
     */
    public EventId state(Business business, RegistrationEvent event, UUID affair, @Nullable EventId cause) {
        return append(business, event, time.today(), new Affair(affair, cause, null));
    }

    private void enter(Business before, Business after, Amendment change, @Nullable TrackedChange application) {
        Instant now = time.now();
        log.append(new RegisterEntry(
                after.id(),
                after.version(),
                change.subject().changeId(),
                change.subject().kind(),
                change.effectiveOn(),
                now,
                change.origin().recordedBy(),
                before == after ? StatePatch.NOTHING : change.patch().before(before.state()),
                change.patch(),
                null));
        roster.assign(change.subject(), change.event(), change.effectiveOn(), application, now);
        append(after, change.event(), change.origin(), change.effectiveOn());
    }

    private void append(Business business, RegistrationEvent.OfChange event, Origin origin, LocalDate effectiveOn) {
        append(
                business,
                event,
                effectiveOn,
                new Affair(event.changeId().uuid(), origin.causationId(), origin.ruleSetId()));
    }

    /** To what an event belongs, and what led to it. */
    private record Affair(
            UUID id, @Nullable EventId cause, @Nullable String ruleSetId) {}

    private EventId append(Business business, RegistrationEvent event, LocalDate effectiveOn, Affair affair) {
        var context = new EventContext(
                time.now(),
                effectiveOn,
                business.particulars().registrar().division(),
                affair.id(),
                affair.cause(),
                affair.ruleSetId());
        return outbox.lock(business.id()).append(event, context).id();
    }
}
