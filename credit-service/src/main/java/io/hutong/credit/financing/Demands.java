package io.hutong.credit.financing;

import io.hutong.credit.financing.Demand.Count;
import io.hutong.credit.financing.Demand.Offer;
import io.hutong.credit.financing.Demand.Stage;
import io.hutong.events.AgencyCode;
import io.hutong.identity.BizId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All demands, and how far each bank is that may know of one. */
public interface Demands {
    void add(Demand demand);

    List<Demand> of(BizId bizId);

    Optional<Demand> find(UUID id);

    void withdraw(UUID id, Instant at);

    /** Open ones of that bank behind that one, of businesses that go on under the operator who stated them. */
    List<Offer> offered(AgencyCode organisation, @Nullable UUID after, int limit);

    /** The same for one demand; locked until the transaction ends. */
    Optional<Offer> lock(AgencyCode organisation, UUID id);

    void change(Offer offer, Stage stage, Instant at);

    /** From offered to seen; nothing if it is further already. */
    void seen(Offer offer, Instant at);

    List<Count> counts();
}
