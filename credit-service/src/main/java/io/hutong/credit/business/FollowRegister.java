package io.hutong.credit.business;

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
import io.hutong.events.RegistrationEvent.Resumed;
import io.hutong.events.RegistrationEvent.Suspended;
import io.hutong.identity.BizId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.UnaryOperator;

/** Keeps the projection of the register: name, tenure, online places and status of each business. */
@ApplicationScoped
public class FollowRegister {
    private final Businesses businesses;

    FollowRegister(Businesses businesses) {
        this.businesses = businesses;
    }

    public void handle(BizId bizId, RegistrationEvent event) {
        if (event instanceof Changed || event instanceof OperatorChanged || event instanceof OperatorRenamed) {
            businesses.countChange(bizId);
        }
        if (event instanceof Opened opened) {
            businesses.put(opened(bizId, opened));
        } else if (event instanceof Changed changed) {
            change(bizId, business -> changed(business, changed));
        } else if (event instanceof OperatorChanged changed) {
            change(bizId, business -> business.operatedUnder(changed.newTenureId()));
        } else if (event instanceof Annulled annulled) {
            change(bizId, business -> restored(business, annulled.restored()));
        } else {
            follow(bizId, event);
        }
    }

    private void follow(BizId bizId, RegistrationEvent event) {
        if (event instanceof Suspended) {
            change(bizId, business -> business.in(BusinessStatus.SUSPENDED));
        } else if (event instanceof Resumed) {
            change(bizId, business -> business.in(BusinessStatus.ACTIVE));
        } else if (event instanceof Deregistered) {
            change(bizId, business -> business.in(BusinessStatus.DEREGISTERED));
        }
    }

    private void change(BizId bizId, UnaryOperator<KnownBusiness> change) {
        businesses.find(bizId).map(change).ifPresent(businesses::put);
    }

    private static KnownBusiness opened(BizId bizId, Opened opened) {
        return new KnownBusiness(
                bizId,
                opened.uscc(),
                opened.name(),
                opened.registrar().division(),
                opened.establishedOn(),
                opened.tenureId(),
                online(opened.premises()),
                BusinessStatus.ACTIVE);
    }

    private static KnownBusiness changed(KnownBusiness business, Changed changed) {
        KnownBusiness named =
                changed.after().touchesName() ? business.named(changed.after().name()) : business;
        List<Address> premises = changed.after().premises();
        return premises == null ? named : named.tradingOnlineAt(online(premises));
    }

    private static KnownBusiness restored(KnownBusiness business, Restored restored) {
        return business.named(restored.name())
                .tradingOnlineAt(online(restored.premises()))
                .operatedUnder(restored.tenureId())
                .in(restored.status());
    }

    private static List<String> online(List<Address> premises) {
        return premises.stream()
                .filter(place -> place.kind() == Address.Kind.ONLINE)
                .map(Address::text)
                .toList();
    }
}
