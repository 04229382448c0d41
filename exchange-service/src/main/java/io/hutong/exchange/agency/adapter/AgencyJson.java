package io.hutong.exchange.agency.adapter;

import io.hutong.exchange.agency.AgencyProfile;
import io.hutong.exchange.agency.Contact;
import io.hutong.exchange.agency.PublicKeyText;
import io.hutong.exchange.agency.RegisteredAgency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An agency as the administrator sees it. */
record AgencyJson(String code, String kind, String division, ProfileJson profile, long version) {

    static AgencyJson of(RegisteredAgency agency) {
        return new AgencyJson(
                agency.code().value(),
                agency.code().kind().name(),
                agency.code().division().value(),
                ProfileJson.of(agency.profile()),
                agency.version());
    }

    /** The part that the administrator writes. */
    record ProfileJson(
            String name,
            AgencyProfile.State state,
            List<Contact> contacts,
            List<String> clients,
            @Nullable String publicKey,
            @Nullable Integer eventsPerSecond) {

        static ProfileJson of(AgencyProfile profile) {
            PublicKeyText key = profile.publicKey();
            return new ProfileJson(
                    profile.name(),
                    profile.state(),
                    profile.contacts(),
                    profile.clients().stream().sorted().toList(),
                    key == null ? null : key.value(),
                    profile.eventsPerSecond());
        }

        AgencyProfile profile() {
            return new AgencyProfile(
                    name,
                    state,
                    contacts,
                    Set.copyOf(clients),
                    publicKey == null ? null : new PublicKeyText(publicKey),
                    eventsPerSecond);
        }
    }
}
