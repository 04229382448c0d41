package io.hutong.tax.fact.adapter;

import io.hutong.tax.fact.FactsImport;
import io.hutong.tax.fact.FactsImports;
import io.hutong.tax.fact.ReceiveFactsFile;
import io.hutong.tax.problem.TaxProblems;
import io.hutong.web.Caller;
import io.hutong.web.Cursor;
import io.hutong.web.IdempotentRequests;
import io.hutong.web.Page;
import io.hutong.web.RequiresAgency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/facts-imports")
@RolesAllowed("tax-officer")
@RequiresAgency("TAX")
@Tag(name = "Facts")
class FactsImportResource {
    private final ReceiveFactsFile receive;
    private final FactsImports imports;
    private final IdempotentRequests idempotent;
    private final Caller caller;

    FactsImportResource(ReceiveFactsFile receive, FactsImports imports, IdempotentRequests idempotent, Caller caller) {
        this.receive = receive;
        this.imports = imports;
        this.idempotent = idempotent;
        this.caller = caller;
    }

    @POST
    @Consumes("text/csv")
    @Operation(summary = "Take a file of facts; it is worked on afterwards")
    public Response upload(InputStream body) throws IOException {
        try (SpooledFile file = SpooledFile.of(body)) {
            return idempotent.once("POST /facts-imports", file.digest(), () -> store(file));
        }
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "How far a file came")
    public FactsImportJson read(@PathParam("id") UUID id) {
        return imports.find(id).map(FactsImportJson::of).orElseThrow(TaxProblems::notFound);
    }

    @GET
    @Path("/{id}/errors")
    @Operation(summary = "Lines that were not taken, with the reason")
    public Page<FactsImportJson.LineErrorJson> errors(
            @PathParam("id") UUID id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        int size = Page.limit(limit);
        long after =
                cursor == null ? 0 : Long.parseLong(Cursor.decode(cursor, 1).get(0));
        List<FactsImports.LineError> found = imports.errors(id, after, size + 1);
        List<FactsImports.LineError> shown = found.subList(0, Math.min(size, found.size()));
        return new Page<>(
                shown.stream().map(FactsImportJson.LineErrorJson::of).toList(),
                found.size() > size
                        ? Cursor.encode(Long.toString(shown.get(size - 1).line()))
                        : null);
    }

    private Response store(SpooledFile file) {
        try (BufferedReader lines = Files.newBufferedReader(file.path(), StandardCharsets.UTF_8)) {
            FactsImport received = receive.handle(lines, caller.clientId());
            return Response.accepted(FactsImportJson.of(received))
                    .location(URI.create("/facts-imports/" + received.id()))
                    .build();
        } catch (CharacterCodingException notUtf8) {
            throw TaxProblems.invalid("", "facts.encoding", "文件应为 UTF-8 编码", "the file is not UTF-8");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
