package io.hutong.credit.business;

import io.hutong.credit.business.KnownBusiness.Licence;
import io.hutong.events.Address;
import io.hutong.events.BusinessStatus;
import io.hutong.events.RegistrationEvent;
import io.hutong.events.RegistrationEvent.Annulled;
import io.hutong.events.RegistrationEvent.Changed;
import io.hutong.events.RegistrationEvent.Deregistered;
import io.hutong.events.RegistrationEvent.Opened;
import io.hutong.events.RegistrationEvent.OperatorChanged;
import io.hutong.events.RegistrationEvent.OperatorRenamed;
import io.hutong.events.RegistrationEvent.Restored;
import io.hutong.events.RegistrationEvent.RestoredToRegister;
import io.hutong.events.RegistrationEvent.Resumed;
import io.hutong.events.RegistrationEvent.SeparateRegistered;
import io.hutong.events.RegistrationEvent.Suspended;
import io.hutong.events.ScopeItem;
import io.hutong.identity.BizId;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.Divisions;
import io.hutong.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Keeps the projection of the register: name, licence, tenure, online places and status of each business. Runs in the transaction
 * of the inbox; the stream is locked before a business is changed, so that whoever starts to follow it misses nothing.
 */
@ApplicationScoped
public class FollowRegister {
    private final Businesses businesses;
    private final Divisions divisions;
    private final Outbox outbox;

    FollowRegister(Businesses businesses, Divisions divisions, Outbox outbox) {
        this.businesses = businesses;
        this.divisions = divisions;
        this.outbox = outbox;
    }

    /** A business before and after an event; {@code counted} where it was one more registered change. */
    public record Followed(KnownBusiness before, KnownBusiness after, boolean counted) {}

    /** What has changed of a business that was known; nothing of one that was opened now. */
    public Optional<Followed> handle(BizId bizId, RegistrationEvent event) {
        if (event instanceof Opened opened) {
            businesses.put(opened(bizId, opened));
            return Optional.empty();
        }
        if (event instanceof Changed changed) {
            return change(bizId, business -> changed(business, changed), true);
        }
        if (event instanceof OperatorChanged changed) {
            return change(
                    bizId,
                    business -> business.operatedUnder(changed.newTenureId())
                            .licensed(business.licence().operatedBy(changed.newOperatorName())),
                    true);
        }
        if (event instanceof OperatorRenamed renamed) {
            return change(
                    bizId,
                    business -> business.licensed(business.licence().operatedBy(renamed.newOperatorName())),
                    true);
        }
        if (event instanceof Annulled annulled) {
            return change(bizId, business -> restored(business, annulled.restored()), false);
        }
        return status(bizId, event);
    }

    /** Takes over what the register shows of a business, as an officer read it there; nothing where it is not known. */
    public Optional<Followed> restate(BizId bizId, Restored shown) {
        return change(bizId, business -> as(business.in(shown.status()), shown), false);
    }

    private Optional<Followed> status(BizId bizId, RegistrationEvent event) {
        if (event instanceof Suspended) {
            return change(bizId, business -> registered(business, BusinessStatus.SUSPENDED), false);
        }
        if (event instanceof Resumed) {
            return change(bizId, business -> registered(business, BusinessStatus.ACTIVE), false);
        }
        if (event instanceof SeparateRegistered) {
            return change(bizId, business -> business.in(BusinessStatus.SEPARATE_REGISTER), false);
        }
        if (event instanceof RestoredToRegister restored) {
            return change(bizId, business -> business.in(restored.status()), false);
        }
        return event instanceof Deregistered
                ? change(bizId, business -> business.in(BusinessStatus.DEREGISTERED), false)
                : Optional.empty();
    }

    /** The separate register lies over what else is registered: only its own end, or that of the business, lifts it. */
    private static KnownBusiness registered(KnownBusiness business, BusinessStatus status) {
        boolean covered = business.status() == BusinessStatus.SEPARATE_REGISTER && !status.terminal();
        return covered ? business : business.in(status);
    }

    private Optional<Followed> change(BizId bizId, UnaryOperator<KnownBusiness> change, boolean counted) {
        outbox.lock(bizId);
        if (counted) {
            businesses.countChange(bizId);
        }
        return businesses.find(bizId).map(before -> {
            KnownBusiness after = change.apply(before);
            businesses.put(after);
            if (!before.tenureId().equals(after.tenureId())) {
                businesses.keepEarlier(bizId, before.tenureId());
            }
            return new Followed(before, after, counted);
        });
    }

    private KnownBusiness opened(BizId bizId, Opened opened) {
        return new KnownBusiness(
                bizId,
                opened.uscc(),
                opened.name(),
                opened.registrar().division(),
                opened.establishedOn(),
                opened.tenureId(),
                online(opened.premises()),
                BusinessStatus.ACTIVE,
                new Licence(opened.operatorName(), items(opened.scope()), places(opened.premises())));
    }

    private KnownBusiness changed(KnownBusiness business, Changed changed) {
        KnownBusiness after =
                changed.after().touchesName() ? business.named(changed.after().name()) : business;
        List<ScopeItem> scope = changed.after().scope();
        if (scope != null) {
            after = after.licensed(after.licence().offering(items(scope)));
        }
        List<Address> premises = changed.after().premises();
        return premises == null
                ? after
                : after.tradingOnlineAt(online(premises))
                        .licensed(after.licence().at(places(premises)));
    }

    private KnownBusiness restored(KnownBusiness business, Restored restored) {
        return as(registered(business, restored.status()), restored);
    }

    private KnownBusiness as(KnownBusiness business, Restored restored) {
        return business.named(restored.name())
                .tradingOnlineAt(online(restored.premises()))
                .operatedUnder(restored.tenureId())
                .licensed(new Licence(restored.operatorName(), items(restored.scope()), places(restored.premises())));
    }

    private static List<String> online(List<Address> premises) {
        return premises.stream()
                .filter(place -> place.kind() == Address.Kind.ONLINE)
                .map(Address::text)
                .toList();
    }

    private static List<String> items(List<ScopeItem> scope) {
        return scope.stream().map(ScopeItem::text).toList();
    }

    /**
     * With the name of the division before the text, as on the licence; its code where it has no name here. A place online
     * is its address alone.
     */
    private List<String> places(List<Address> premises) {
        return premises.stream()
                .map(place -> place.kind() == Address.Kind.ONLINE ? place.text() : postal(place))
                .toList();
    }

    private String postal(Address place) {
        DivisionCode division = place.division();
        return divisions.postalName(division).orElse(division.value()) + place.text();
    }
}
