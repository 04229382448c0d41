package io.hutong.credit.financing.adapter;

import io.hutong.credit.consent.ConnectedBanks;
import io.hutong.credit.financing.KeepDirectory;
import io.hutong.credit.financing.Product;
import io.hutong.events.AgencyCode;
import io.hutong.web.Caller;
import io.hutong.web.Idempotent;
import io.hutong.web.IdempotentRequests;
import io.hutong.web.Page;
import io.hutong.web.RequiresAgency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/financing-products")
@Produces("application/json")
@Consumes("application/json")
@RolesAllowed("bank")
@RequiresAgency("FI-*")
@Tag(name = "financing")
class ProductResource {
    /** What a bank offers; {@code rate} as it advertises it. */
    @Schema(name = "ProductToPublish")
    record OfferedJson(String name, String band, int months, String rate, String conditions) {}

    /** A product of the directory. */
    @Schema(name = "Product")
    record ProductJson(
            UUID productId,
            AgencyCode bank,
            String name,
            String band,
            int months,
            String rate,
            String conditions,
            Instant publishedAt) {
        static ProductJson of(Product product) {
            Product.Offered offered = product.offered();
            return new ProductJson(
                    product.id(),
                    product.bank(),
                    offered.name(),
                    offered.band(),
                    offered.months(),
                    offered.rate(),
                    offered.conditions(),
                    product.publishedAt());
        }
    }

    private final KeepDirectory directory;
    private final IdempotentRequests idempotent;
    private final Caller caller;
    private final ConnectedBanks connected;

    ProductResource(KeepDirectory directory, IdempotentRequests idempotent, Caller caller, ConnectedBanks connected) {
        this.directory = directory;
        this.idempotent = idempotent;
        this.caller = caller;
        this.connected = connected;
    }

    @GET
    @RolesAllowed({"bank", "report-filer", "credit-officer"})
    @RequiresAgency({"AMR", "FI-*"})
    @Operation(summary = "The directory of products 融资产品")
    public Page<ProductJson> list() {
        return new Page<>(directory.offered().stream().map(ProductJson::of).toList(), null);
    }

    @POST
    @Operation(summary = "Put a product into the directory")
    @Idempotent
    @APIResponseSchema(value = ProductJson.class, responseCode = "201")
    public Response publish(OfferedJson body) {
        return idempotent.once(
                "POST /financing-products",
                body,
                () -> Response.created(URI.create("/financing-products"))
                        .entity(ProductJson.of(directory.publish(
                                bank(),
                                new Product.Offered(
                                        body.name(), body.band(), body.months(), body.rate(), body.conditions()))))
                        .build());
    }

    @POST
    @Path("/{productId}/withdrawal")
    @Operation(summary = "Take a product out of the directory")
    @Idempotent
    @APIResponseSchema(value = ProductJson.class, responseCode = "200")
    public Response withdraw(@PathParam("productId") UUID productId) {
        return idempotent.once(
                "POST /financing-products/" + productId + "/withdrawal",
                null,
                () -> Response.ok(ProductJson.of(directory.withdraw(bank(), productId)))
                        .build());
    }

    private AgencyCode bank() {
        return connected.refuseOthers(AgencyCode.of(caller.agency()));
    }
}
