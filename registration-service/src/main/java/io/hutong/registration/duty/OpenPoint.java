package io.hutong.registration.duty;

import io.hutong.events.Agency;
import io.hutong.events.Block;
import io.hutong.identity.ChangeId;
import io.hutong.time.LegalTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a change still waits for: who must act, what for, how many items, since when. {@code BIZ} is the business itself,
 * {@code AMR_CREDIT} and the like the part of market supervision that answers for a condition;
 * {@code earlier} is the change of the same business on which they must act.
 */
public record OpenPoint(
        String who,
        String what,
        int count,
        Instant since,
        @Nullable ChangeId earlier) {
    /** The business itself. */
    public static final String BUSINESS = "BIZ";

    private static final String TAX = "TAX";

    public OpenPoint(String who, String what, int count, Instant since) {
        this(who, what, count, since, null);
    }

    /** Without what a change that is named in it needs; see {@link #of(TrackedChange, Function)}. */
    static List<OpenPoint> of(TrackedChange change) {
        return switch (change.state()) {
            case AWAITING_TAX_CLEARANCE -> ofClearance(change.clearance());
            case AWAITING_CONDITIONS -> ofConditions(change.conditions());
            case REGISTERED ->
                Stream.concat(ofDuties(change), ofRefusals(change)).toList();
            case ANNULLED -> ofDuties(change).toList();
            case FINISHED -> ofRefusals(change).toList();
            case WITHDRAWN, REFUSED -> List.of();
        };
    }

    /** Once the conditions are met, the register asks tax for another certificate: this one's last day has passed. */
    static Stream<OpenPoint> ofLapsed(@Nullable Clearance clearance, LocalDate today) {
        return Stream.ofNullable(clearance)
                .filter(issued -> issued.expired(today))
                .map(Clearance::validUntil)
                .filter(Objects::nonNull)
                .map(last -> new OpenPoint(
                        Agency.AMR.name(),
                        "CLEAR_AGAIN",
                        1,
                        last.plusDays(1).atStartOfDay(LegalTime.ZONE).toInstant()));
    }

    /** Who must act on an earlier change is whoever must act there; {@code others} finds it. */
    static List<OpenPoint> of(TrackedChange change, Function<ChangeId, Optional<TrackedChange>> others) {
        return along(change, others, new HashSet<>(Set.of(change.changeId()))).toList();
    }

    private static Stream<OpenPoint> along(
            TrackedChange change, Function<ChangeId, Optional<TrackedChange>> others, Set<ChangeId> seen) {
        return of(change).stream().flatMap(point -> point.asOn(change, others, seen));
    }

    /** What another agency says of earlier changes is followed within the business, and in no circle. */
    private Stream<OpenPoint> asOn(
            TrackedChange change, Function<ChangeId, Optional<TrackedChange>> others, Set<ChangeId> seen) {
        if (earlier == null || !seen.add(earlier)) {
            return Stream.of(this);
        }
        List<String> acting = others.apply(earlier).stream()
                .filter(first -> first.subject().bizId().equals(change.subject().bizId()))
                .flatMap(first -> along(first, others, seen))
                .map(OpenPoint::who)
                .distinct()
                .toList();
        return acting.isEmpty()
                ? Stream.of(this)
                : acting.stream().map(party -> new OpenPoint(party, what, count, since, earlier));
    }

    private static Stream<OpenPoint> ofDuties(TrackedChange change) {
        return change.duties().stream().flatMap(OpenPoint::ofDuty);
    }

    /** An agency has the last word on its record, the register on the fact: where they part, the register must act. */
    private static Stream<OpenPoint> ofRefusals(TrackedChange change) {
        return change.duties().stream()
                .filter(Duty::leavesBehind)
                .map(duty -> new OpenPoint(Agency.AMR.name(), "ANNUL_OR_CORRECT", 1, duty.since()));
    }

    private static List<OpenPoint> ofClearance(@Nullable Clearance clearance) {
        if (clearance == null) {
            return List.of();
        }
        return switch (clearance.state()) {
            case REQUESTED, REVOKED -> List.of(new OpenPoint(TAX, "CLEAR", 1, clearance.since()));
            case HELD -> ofBlocks(clearance.blocks()).toList();
            case ISSUED -> List.of(new OpenPoint("AMR", "REGISTER", 1, clearance.since()));
            case REFUSED -> List.of();
        };
    }

    private static List<OpenPoint> ofConditions(@Nullable UnmetConditions conditions) {
        return conditions == null
                ? List.of()
                : conditions.unmet().stream()
                        .map(unmet -> new OpenPoint(unmet.who(), unmet.condition(), 1, unmet.since()))
                        .toList();
    }

    private static Stream<OpenPoint> ofDuty(Duty duty) {
        return switch (duty.state()) {
            case OWED -> Stream.of(new OpenPoint(duty.agency().name(), "RECEIVE", 1, duty.since()));
            case RECEIVED -> Stream.of(new OpenPoint(duty.agency().name(), "COMPLETE", 1, duty.since()));
            case HELD -> ofBlocks(duty.blocks());
            case COMPLETED, REFUSED -> Stream.of();
        };
    }

    private static Stream<OpenPoint> ofBlocks(List<Blocking> blocks) {
        return blocks.stream()
                .map(block -> new OpenPoint(
                        whoClears(block.reason()),
                        block.reason().name(),
                        block.count(),
                        block.since(),
                        block.earlier()));
    }

    private static String whoClears(Block.Class reason) {
        return switch (reason) {
            case PAY, HAND_IN, FILE -> BUSINESS;
            case TAX_INTERNAL, PENDING_DATA, BEHIND_EARLIER, CERTIFICATE -> TAX;
        };
    }
}
