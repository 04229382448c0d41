package io.hutong.registration.shared.answer;

import io.hutong.events.BusinessStatus;
import io.hutong.identity.BizId;
import io.hutong.identity.ChangeId;
import io.hutong.registration.register.Business;
import io.hutong.registration.register.Registered;
import io.hutong.web.Preconditions;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.logging.Logger;

/** The answer to every registered change: where it can be followed, and the business's new version. */
public record RegisteredAnswer(ChangeId changeId, BizId bizId, BusinessStatus status, long version) {

    private static final Logger LOG = Logger.getLogger(RegisteredAnswer.class);

    public static Response created(Registered registered) {
        return of(201, "/changes/", registered.business(), registered.changeId());
    }

    public static Response of(int status, String place, Business business, ChangeId changeId) {
        LOG.infof("bizId=%s changeId=%s version=%d answered %d", business.id(), changeId, business.version(), status);
        return Response.status(status)
                .location(URI.create(place + changeId))
                .tag(Preconditions.etag(business.version()))
                .entity(new RegisteredAnswer(changeId, business.id(), business.status(), business.version()))
                .build();
    }
}
