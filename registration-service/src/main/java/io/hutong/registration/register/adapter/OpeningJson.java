package io.hutong.registration.register.adapter;

import io.hutong.events.Address;
import io.hutong.events.EntityType;
import io.hutong.events.Industry;
import io.hutong.events.PersonIdentity;
import io.hutong.events.Registrar;
import io.hutong.events.ScopeItem;
import io.hutong.identity.ResidentId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.registration.register.FamilyMember;
import io.hutong.registration.register.Opening;
import io.hutong.registration.register.Operator;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of an opening. */
record OpeningJson(
        @Nullable UnifiedSocialCreditCode uscc,
        @Nullable String name,
        EntityType entityType,
        @Nullable LocalDate establishedOn,
        List<Address> premises,
        List<ScopeItem> scope,
        Industry industry,
        boolean onlineOnly,
        Registrar registrar,
        PersonJson operator,
        @Nullable List<MemberJson> familyMembers) {

    /** A person who is to run the business; who checked by hand, where the person is not of age. */
    record PersonJson(
            String name,
            ResidentId residentId,
            @Nullable String residence,
            @Nullable String phone,
            @Nullable LocalDate birthDate,
            @Nullable String ageCheckedBy) {
        Operator operator() {
            return new Operator(new PersonIdentity(name, residentId, residence, phone), birthDate, ageCheckedBy);
        }

        @Override
        public String toString() {
            return "PersonJson[masked]";
        }
    }

    /** A filed member of the family. */
    record MemberJson(String name, ResidentId residentId) {
        @Override
        public String toString() {
            return "MemberJson[masked]";
        }
    }

    Opening opening(LocalDate today) {
        return new Opening(
                uscc,
                name,
                entityType,
                establishedOn == null ? today : establishedOn,
                premises,
                scope,
                industry,
                onlineOnly,
                registrar,
                operator.operator(),
                familyMembers == null
                        ? List.of()
                        : familyMembers.stream()
                                .map(member -> new FamilyMember(member.name(), member.residentId()))
                                .toList());
    }
}
