package io.hutong.events;

import java.util.List;

/**
 * About how much a business wants to borrow, what for and for how many months, and which banks may know of it. With which bank a
 * person deals is nobody else's: in an event only inside {@link Sealed}.
 */
public record FinancingWish(List<AgencyCode> recipients, String band, String use, int months) {
    public FinancingWish {
        recipients = List.copyOf(recipients);
    }

    @Override
    public String toString() {
        return "FinancingWish[masked]";
    }
}
