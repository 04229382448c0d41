package io.hutong.tax.divergence.adapter;

import io.hutong.events.Block;
import io.hutong.identity.BizId;
import io.hutong.identity.ChangeId;
import io.hutong.tax.changesync.TaxChange;
import io.hutong.tax.changesync.TaxChanges;
import io.hutong.tax.changesync.TaxChanges.HeldSearch;
import io.hutong.tax.changesync.TaxChanges.Place;
import io.hutong.tax.clearance.EarlierChanges;
import io.hutong.tax.taxpayer.Taxpayer;
import io.hutong.tax.taxpayer.Taxpayers;
import io.hutong.web.Cursor;
import io.hutong.web.InvalidParameter;
import io.hutong.web.Page;
import io.hutong.web.RequiresAgency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/held-changes")
@Produces("application/json")
@RolesAllowed("tax-officer")
@RequiresAgency("TAX")
@Tag(name = "Worklist")
class HeldChangesResource {
    private static final int MOST_DAYS = 36_500;

    private final TaxChanges changes;
    private final Taxpayers taxpayers;
    private final EarlierChanges line;
    private final Clock clock;

    HeldChangesResource(TaxChanges changes, Taxpayers taxpayers, EarlierChanges line, Clock clock) {
        this.changes = changes;
        this.taxpayers = taxpayers;
        this.line = line;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Held changes, oldest first; by class of reason and by age in days")
    public Page<HeldChangeJson> list(
            @QueryParam("class") @Nullable String reason,
            @QueryParam("olderThanDays") @Nullable Integer olderThanDays,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        int size = Page.limit(limit);
        Instant now = clock.instant();
        HeldSearch search = new HeldSearch(classOf(reason), daysBefore(now, olderThanDays), placeOf(cursor));
        List<TaxChange> found = changes.held(search, size + 1);
        List<TaxChange> shown = found.subList(0, Math.min(size, found.size()));
        Map<BizId, Taxpayer> businesses =
                taxpayers.all(shown.stream().map(TaxChange::bizId).distinct().toList()).stream()
                        .collect(Collectors.toMap(Taxpayer::bizId, Function.identity()));
        line.expect(shown.stream()
                .map(change -> change.progress().hold())
                .filter(Objects::nonNull)
                .toList());
        List<HeldChangeJson> lines = shown.stream()
                .map(change ->
                        HeldChangeJson.of(change, Objects.requireNonNull(businesses.get(change.bizId())), line, now))
                .toList();
        return new Page<>(lines, found.size() > size ? cursorOf(shown.get(size - 1)) : null);
    }

    private static @Nullable Instant daysBefore(Instant now, @Nullable Integer days) {
        if (days == null) {
            return null;
        }
        if (days < 0 || days > MOST_DAYS) {
            throw InvalidParameter.of(
                    "olderThanDays",
                    "OUT_OF_RANGE",
                    "须在 0 到 " + MOST_DAYS + " 之间",
                    "Must be between 0 and " + MOST_DAYS);
        }
        return now.minus(Duration.ofDays(days));
    }

    private static Block.@Nullable Class classOf(@Nullable String reason) {
        if (reason == null) {
            return null;
        }
        for (Block.Class known : Block.Class.values()) {
            if (known.name().equals(reason)) {
                return known;
            }
        }
        throw InvalidParameter.of("class", "held-changes.class", "未知的等待原因类别", "no such class of reasons");
    }

    private static @Nullable Place placeOf(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        List<String> parts = Cursor.decode(cursor, 2);
        return new Place(Instant.parse(parts.get(0)), ChangeId.of(parts.get(1)));
    }

    private static String cursorOf(TaxChange last) {
        return Cursor.encode(
                Objects.requireNonNull(last.progress().heldSince()).toString(),
                last.id().value());
    }
}
