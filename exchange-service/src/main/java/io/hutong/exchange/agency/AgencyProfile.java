package io.hutong.exchange.agency;

import io.hutong.exchange.problem.ExchangeProblems;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the administrator of the exchange keeps of an agency. Its clients are those of the identity provider that may send
 * in its name; {@code eventsPerSecond} replaces the general rate.
 */
public record AgencyProfile(
        String name,
        State state,
        List<Contact> contacts,
        Set<String> clients,
        @Nullable PublicKeyText publicKey,
        @Nullable Integer eventsPerSecond) {

    /** A suspended agency sends and reads nothing; what it sent stays. */
    public enum State {
        ACTIVE,
        SUSPENDED
    }

    private static final int LONGEST_NAME = 200;
    private static final int MOST = 50;

    public AgencyProfile {
        contacts = List.copyOf(contacts);
        clients = Set.copyOf(clients);
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw ExchangeProblems.invalid("/name", "agency.name", "名称为 1 至 200 个字", "a name has 1 to 200 characters");
        }
        if (contacts.stream().noneMatch(contact -> contact.role() == Contact.Role.SHARING_OFFICER)) {
            throw ExchangeProblems.invalid(
                    "/contacts", "agency.sharing-officer", "须指定一名数据共享负责人", "one contact is the sharing officer");
        }
        if (contacts.size() > MOST
                || clients.size() > MOST
                || clients.stream().anyMatch(client -> client.isBlank() || client.length() > 120)) {
            throw ExchangeProblems.invalid(
                    "/clients",
                    "agency.clients",
                    "联系人与客户端各不超过 50 个，客户端编号为 1 至 120 个字符",
                    "there are at most 50 contacts and 50 clients; a client's id has 1 to 120 characters");
        }
        if (eventsPerSecond != null && eventsPerSecond < 1) {
            throw ExchangeProblems.invalid(
                    "/eventsPerSecond", "agency.rate", "每秒事件数至少为 1", "at least one event a second");
        }
    }

    public boolean active() {
        return state == State.ACTIVE;
    }
}
