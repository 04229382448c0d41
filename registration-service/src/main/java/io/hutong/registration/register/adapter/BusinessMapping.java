package io.hutong.registration.register.adapter;

import com.fasterxml.jackson.core.type.TypeReference;
import io.hutong.events.Address;
import io.hutong.events.Industry;
import io.hutong.events.Registrar;
import io.hutong.events.ScopeItem;
import io.hutong.identity.BizId;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.OperatorTenureId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.registration.register.Business;
import io.hutong.registration.register.Particulars;
import io.hutong.registration.register.RegisterState;
import io.hutong.registration.register.SeparateRegister;
import io.hutong.registration.register.Suspension;
import io.hutong.registration.register.TaxStanding;
import io.hutong.registration.register.TenureRef;
import io.hutong.registration.shared.storage.StoredJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Business ⇄ row. */
@ApplicationScoped
class BusinessMapping {
    private static final TypeReference<List<ScopeItem>> SCOPE = new TypeReference<>() {};
    private static final TypeReference<List<Address>> PREMISES = new TypeReference<>() {};

    private final StoredJson json;

    BusinessMapping(StoredJson json) {
        this.json = json;
    }

    Business business(BusinessRow row) {
        return new Business(
                BizId.of(row.bizId),
                row.version,
                particulars(row),
                state(row),
                row.lastEffectOn,
                row.taxStatus == null ? null : new TaxStanding(row.taxStatus, row.taxStatusSince),
                row.separateRegister == null
                        ? SeparateRegister.NEVER
                        : json.read(row.separateRegister, SeparateRegister.class));
    }

    private static Particulars particulars(BusinessRow row) {
        return new Particulars(
                new UnifiedSocialCreditCode(row.uscc),
                row.entityType,
                row.establishedOn,
                new Industry(row.industrySection, row.industryClass),
                row.onlineOnly,
                new Registrar(row.registrarName, new DivisionCode(row.registrarDivision)));
    }

    private RegisterState state(BusinessRow row) {
        return new RegisterState(
                row.status,
                row.name,
                json.read(row.scope, SCOPE),
                json.read(row.premises, PREMISES),
                new TenureRef(OperatorTenureId.of(row.tenureId), row.operatorName),
                row.suspension == null ? null : json.read(row.suspension, Suspension.class));
    }

    BusinessRow newRow(Business business) {
        BusinessRow row = new BusinessRow();
        Particulars particulars = business.particulars();
        row.bizId = business.id().value();
        row.uscc = particulars.uscc().value();
        row.entityType = particulars.entityType();
        row.establishedOn = particulars.establishedOn();
        row.industrySection = particulars.industry().section();
        row.industryClass = particulars.industry().code();
        row.onlineOnly = particulars.onlineOnly();
        row.registrarName = particulars.registrar().name();
        row.registrarDivision = particulars.registrar().division().value();
        copy(business, row);
        return row;
    }

    void copy(Business business, BusinessRow row) {
        RegisterState state = business.state();
        row.version = business.version();
        row.name = state.name();
        row.status = state.status();
        row.scope = json.write(state.scope());
        row.premises = json.write(state.premises());
        row.tenureId = state.operator().id().value();
        row.operatorName = state.operator().operatorName();
        Suspension suspension = state.suspension();
        row.suspension = suspension == null ? null : json.write(suspension);
        row.suspendedUntil = suspension == null ? null : suspension.until();
        row.lastEffectOn = business.lastEffectOn();
        TaxStanding standing = business.taxStanding();
        row.taxStatus = standing == null ? null : standing.status();
        row.taxStatusSince = standing == null ? null : standing.since();
        SeparateRegister separate = business.separate();
        row.separateRegister = separate.equals(SeparateRegister.NEVER) ? null : json.write(separate);
    }
}
