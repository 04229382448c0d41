package io.hutong.exchange.business;

import io.hutong.events.Address;
import io.hutong.events.BusinessStatus;
import io.hutong.events.RegistrationEvent;
import io.hutong.events.RegistrationEvent.Annulled;
import io.hutong.events.RegistrationEvent.Changed;
import io.hutong.events.RegistrationEvent.Deregistered;
import io.hutong.events.RegistrationEvent.Opened;
import io.hutong.events.RegistrationEvent.OperatorChanged;
import io.hutong.events.RegistrationEvent.RestoredToRegister;
import io.hutong.events.RegistrationEvent.Resumed;
import io.hutong.events.RegistrationEvent.SeparateRegistered;
import io.hutong.events.RegistrationEvent.Suspended;
import io.hutong.identity.BizId;
import io.hutong.identity.DivisionCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Keeps the projection: code, divisions, tenure and status of each business, as the register's events tell them. */
@ApplicationScoped
public class FollowRegister {
    private final Businesses businesses;

    FollowRegister(Businesses businesses) {
        this.businesses = businesses;
    }

    public void handle(BizId bizId, RegistrationEvent event) {
        if (event instanceof Opened opened) {
            businesses.put(new KnownBusiness(
                    bizId,
                    opened.uscc(),
                    opened.registrar().division(),
                    divisions(opened.premises()),
                    opened.tenureId(),
                    BusinessStatus.ACTIVE));
        } else if (event instanceof Changed changed) {
            List<Address> premises = changed.after().premises();
            if (premises != null) {
                change(bizId, business -> business.at(divisions(premises)));
            }
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
            change(bizId, business -> registered(business, BusinessStatus.SUSPENDED));
        } else if (event instanceof Resumed) {
            change(bizId, business -> registered(business, BusinessStatus.ACTIVE));
        } else if (event instanceof Deregistered) {
            change(bizId, business -> business.in(BusinessStatus.DEREGISTERED));
        } else if (event instanceof SeparateRegistered) {
            change(bizId, business -> business.in(BusinessStatus.SEPARATE_REGISTER));
        } else if (event instanceof RestoredToRegister restored) {
            change(bizId, business -> business.in(restored.status()));
        }
    }

    /** The separate register lies over what else is registered: only its own end, or that of the business, lifts it. */
    private static KnownBusiness registered(KnownBusiness business, BusinessStatus status) {
        boolean covered = business.status() == BusinessStatus.SEPARATE_REGISTER && !status.terminal();
        return covered ? business : business.in(status);
    }

    private void change(BizId bizId, UnaryOperator<KnownBusiness> change) {
        businesses.find(bizId).map(change).ifPresent(businesses::put);
    }

    private static KnownBusiness restored(KnownBusiness business, RegistrationEvent.Restored restored) {
        return registered(business, restored.status())
                .at(divisions(restored.premises()))
                .operatedUnder(restored.tenureId());
    }

    private static Set<DivisionCode> divisions(List<Address> premises) {
        return premises.stream().map(Address::division).collect(Collectors.toUnmodifiableSet());
    }
}
