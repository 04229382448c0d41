package io.hutong.tax.export.adapter;

import io.hutong.events.CanonicalRecord;
import io.hutong.identity.BizId;
import io.hutong.tax.taxpayer.Taxpayer;
import io.hutong.tax.taxpayer.Taxpayers;
import io.hutong.web.RequiresAgency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What tax holds of every business, one canonical line each, to be compared with the register's own. */
@Path("/exports/canonical")
@RolesAllowed("flow-operator")
@RequiresAgency("JCO")
@Tag(name = "Exports")
class CanonicalResource {
    private static final int PAGE = 500;

    private final Taxpayers taxpayers;

    CanonicalResource(Taxpayers taxpayers) {
        this.taxpayers = taxpayers;
    }

    @GET
    @Produces("application/x-ndjson")
    @Operation(summary = "Canonical lines (RFC 8785) of all businesses, in order of id")
    public StreamingOutput export() {
        return this::write;
    }

    private void write(OutputStream out) throws IOException {
        List<Taxpayer> page = taxpayers.after(null, PAGE);
        while (!page.isEmpty()) {
            for (Taxpayer taxpayer : page) {
                out.write((record(taxpayer).text() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            BizId last = page.get(page.size() - 1).bizId();
            page = taxpayers.after(last, PAGE);
        }
    }

    private static CanonicalRecord record(Taxpayer taxpayer) {
        return new CanonicalRecord(
                taxpayer.bizId(),
                taxpayer.uscc(),
                taxpayer.name(),
                taxpayer.entityType(),
                taxpayer.registered(),
                taxpayer.establishedOn(),
                taxpayer.tenureId(),
                taxpayer.operatorName(),
                taxpayer.scope(),
                taxpayer.premises());
    }
}
