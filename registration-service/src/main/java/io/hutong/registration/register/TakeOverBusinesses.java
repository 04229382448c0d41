package io.hutong.registration.register;

import io.hutong.identity.BizId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.messaging.Outbox;
import io.hutong.messaging.TenureKeys;
import io.hutong.registration.register.OpenBusiness.Command;
import io.hutong.registration.register.OpenBusiness.Newcomer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes businesses over from the bureau's earlier register: each becomes an opening on its own stream, but what an opening
 * asks of the database is asked once for all of them.
 */
@ApplicationScoped
public class TakeOverBusinesses {
    private static final Origin INITIAL_LOAD = Origin.of("initial-load");

    private final OpenBusiness open;
    private final Admission admission;
    private final Outbox outbox;
    private final TenureKeys keys;
    private final RegisterTime time;

    public TakeOverBusinesses(
            OpenBusiness open, Admission admission, Outbox outbox, TenureKeys keys, RegisterTime time) {
        this.open = open;
        this.admission = admission;
        this.outbox = outbox;
        this.keys = keys;
        this.time = time;
    }

    /** Opens those under free codes; returns the codes of those left out, because another business has their name. */
    @Transactional
    public Set<UnifiedSocialCreditCode> handle(Map<UnifiedSocialCreditCode, Opening> openings) {
        Map<Newcomer, Opening> newcomers = new LinkedHashMap<>();
        openings.forEach(
                (uscc, opening) -> newcomers.put(new Newcomer(time.newBizId(), time.newTenureId(), uscc), opening));
        outbox.lockAll(newcomers.keySet().stream().map(Newcomer::id).toList());
        Set<BizId> nameless = admission.nameless(names(newcomers));
        newcomers.keySet().removeIf(newcomer -> nameless.contains(newcomer.id()));
        keys.prefetch(newcomers.keySet().stream().map(Newcomer::tenure).toList());
        newcomers.forEach((newcomer, opening) -> open.open(newcomer, new Command(opening, true, INITIAL_LOAD)));
        Set<UnifiedSocialCreditCode> opened =
                newcomers.keySet().stream().map(Newcomer::uscc).collect(Collectors.toSet());
        return openings.keySet().stream().filter(uscc -> !opened.contains(uscc)).collect(Collectors.toSet());
    }

    private static Map<BizId, Opening> names(Map<Newcomer, Opening> newcomers) {
        Map<BizId, Opening> openings = new LinkedHashMap<>();
        newcomers.forEach((newcomer, opening) -> openings.put(newcomer.id(), opening));
        return openings;
    }
}
