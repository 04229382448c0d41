package io.hutong.registration.export.adapter;

import io.hutong.events.CanonicalRecord;
import io.hutong.identity.BizId;
import io.hutong.registration.export.ExportRegister;
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
import org.jspecify.annotations.Nullable;

@Path("/exports/canonical")
@RolesAllowed("flow-operator")
@RequiresAgency("JCO")
@Tag(name = "exports", description = "What a checker compares between agencies")
class ExportResource {
    private static final int PAGE = 500;

    private final ExportRegister register;

    ExportResource(ExportRegister register) {
        this.register = register;
    }

    @GET
    @Produces("application/x-ndjson")
    @Operation(summary = "All businesses in canonical form, one JSON line each, in the order of their identities")
    public StreamingOutput export() {
        return this::write;
    }

    private void write(OutputStream out) throws IOException {
        @Nullable BizId last = null;
        List<CanonicalRecord> page;
        do {
            page = register.after(last, PAGE);
            for (CanonicalRecord business : page) {
                out.write((business.text() + "\n").getBytes(StandardCharsets.UTF_8));
                last = business.bizId();
            }
        } while (page.size() == PAGE);
    }
}
