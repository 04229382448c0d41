package io.hutong.credit.repair;

import io.hutong.events.AgencyCode;
import io.hutong.identity.AbnormalEntryId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entries that were removed from the abnormal list, and who has not acknowledged it yet. */
public interface Removals {
    /** Removed ones that one of these still has to acknowledge, behind that one, the first listed first. */
    List<AbnormalEntryId> unacknowledged(Awaited by, @Nullable AbnormalEntryId after, int limit);

    /**
     * Who is waited for: of all {@code platforms} those that are {@code connected}, and any other that has acknowledged to show
     * the entry; of the institutions these, as far as they follow the business.
     */
    record Awaited(List<String> platforms, List<String> connected, List<AgencyCode> institutions) {
        public Awaited {
            platforms = List.copyOf(platforms);
            connected = List.copyOf(connected);
            institutions = List.copyOf(institutions);
        }
    }
}
