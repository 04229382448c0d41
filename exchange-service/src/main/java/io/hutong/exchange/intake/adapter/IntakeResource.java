package io.hutong.exchange.intake.adapter;

import io.hutong.exchange.agency.AdmitSender;
import io.hutong.exchange.agency.RegisteredAgency;
import io.hutong.exchange.intake.Item;
import io.hutong.exchange.intake.Outcome;
import io.hutong.exchange.intake.ReceiveItems;
import io.hutong.web.Caller;
import io.hutong.web.CommonProblems;
import io.hutong.web.Language;
import io.hutong.web.Problem;
import io.hutong.web.Violation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

@Path("/events")
@RolesAllowed("event-sender")
@Tag(name = "Events", description = "What agencies state")
class IntakeResource {
    private static final Logger LOG = Logger.getLogger(IntakeResource.class);
    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";
    private static final String PREFIX = "ce-";

    private final AdmitSender admit;
    private final ReceiveItems receive;
    private final CloudEventReader reader;
    private final Caller caller;

    IntakeResource(AdmitSender admit, ReceiveItems receive, CloudEventReader reader, Caller caller) {
        this.admit = admit;
        this.receive = receive;
        this.reader = reader;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "State one event (CloudEvents 1.0, structured or binary) or up to a thousand (batch)",
            description =
                    "202 is given when the events are durable. Repeating a request is harmless: an event is known by its"
                            + " source and id. In a batch each event has a result of its own; a refused one harms no other.")
    @RequestBody(
            content = {
                @Content(mediaType = STRUCTURED, schema = @Schema(implementation = CloudEventJson.class)),
                @Content(mediaType = BATCH, schema = @Schema(implementation = CloudEventJson[].class)),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.OBJECT, description = "The data; attributes as ce- headers"))
            })
    @APIResponse(
            responseCode = "202",
            description = "Durable: one result, or those of a batch",
            content = @Content(schema = @Schema(oneOf = {ResultJson.class, ResultJson.BatchJson.class})))
    public Response post(@Context HttpHeaders headers, byte[] body) {
        RegisteredAgency sender = admit.handle(caller.agency(), caller.clientId());
        Language language = Language.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        String contentType = contentType(headers);
        if (contentType.startsWith(BATCH)) {
            return batch(sender, reader.batch(body), language);
        }
        if (contentType.startsWith(STRUCTURED)) {
            return single(sender, reader.structured(body), language);
        }
        if (contentType.startsWith("application/cloudevents")) {
            throw Problem.of(
                    CommonProblems.UNSUPPORTED_MEDIA_TYPE,
                    "CloudEvents 只接受 JSON 格式。",
                    "CloudEvents are taken in the JSON format.");
        }
        return single(sender, reader.handle(attributes(headers), body), language);
    }

    private Response single(RegisteredAgency sender, Item item, Language language) {
        Outcome outcome = receive.handle(sender, List.of(item)).get(0);
        if (outcome instanceof Outcome.Refused refused) {
            throw refused.reason();
        }
        ResultJson result = ResultJson.of(null, item, outcome, language);
        LOG.infof("agency=%s eventId=%s %s", sender.code(), result.eventId(), result.status());
        return Response.accepted(result)
                .location(URI.create("/events/" + result.eventId()))
                .build();
    }

    private Response batch(RegisteredAgency sender, List<Item> items, Language language) {
        var results = ResultJson.BatchJson.of(items, receive.handle(sender, items), language);
        LOG.infof(
                "agency=%s accepted=%d duplicates=%d refused=%d",
                sender.code(), results.accepted(), results.duplicates(), results.refused());
        return Response.accepted(results).build();
    }

    private static String contentType(HttpHeaders headers) {
        String value = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> attributes(HttpHeaders headers) {
        var attributes = new TreeMap<String, String>();
        headers.getRequestHeaders().forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith(PREFIX)) {
                String value = values.size() == 1 ? CloudEventReader.percentDecoded(values.get(0)) : null;
                if (value == null) {
                    throw CloudEventAttributes.problem(new Violation(
                            "/" + lower.substring(PREFIX.length()),
                            "cloudevents.header",
                            "标头须只出现一次，且百分号编码正确",
                            "the header stands once and is percent-encoded well"));
                }
                attributes.put(lower.substring(PREFIX.length()), value);
            }
        });
        String format = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (format != null) {
            attributes.put("datacontenttype", format);
        }
        return attributes;
    }
}
