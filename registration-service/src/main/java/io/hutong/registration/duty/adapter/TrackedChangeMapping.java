package io.hutong.registration.duty.adapter;

import com.fasterxml.jackson.core.type.TypeReference;
import io.hutong.events.Agency;
import io.hutong.identity.BizId;
import io.hutong.identity.ChangeId;
import io.hutong.registration.duty.Blocking;
import io.hutong.registration.duty.Clearance;
import io.hutong.registration.duty.Duty;
import io.hutong.registration.duty.TimelineEntry;
import io.hutong.registration.duty.TrackedChange;
import io.hutong.registration.duty.UnmetConditions;
import io.hutong.registration.shared.storage.StoredJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Tracked change ⇄ rows. */
@ApplicationScoped
class TrackedChangeMapping {
    private static final TypeReference<List<Blocking>> BLOCKS = new TypeReference<>() {};

    private final StoredJson json;

    TrackedChangeMapping(StoredJson json) {
        this.json = json;
    }

    TrackedChange change(TrackedChangeRow row) {
        var subject = new TrackedChange.Subject(
                ChangeId.of(row.changeId), BizId.of(row.bizId), row.kind, row.operatorKind, row.regime);
        return new TrackedChange(
                subject,
                row.state,
                row.requestedAt,
                row.registeredAt,
                row.effectiveOn,
                row.duties.entrySet().stream().map(this::duty).toList(),
                row.clearance == null ? null : dated(json.read(row.clearance, Clearance.class)),
                row.conditions == null ? null : json.read(row.conditions, UnmetConditions.class),
                List.of());
    }

    private Duty duty(Map.Entry<String, DutyPart> entry) {
        DutyPart part = entry.getValue();
        return new Duty(
                Agency.valueOf(entry.getKey()),
                part.state,
                part.since,
                part.dueOn,
                dated(json.read(part.blocks, BLOCKS), part.since),
                part.reason);
    }

    private static Clearance dated(Clearance stored) {
        return new Clearance(
                stored.state(),
                stored.since(),
                dated(stored.blocks(), stored.since()),
                stored.certificateId(),
                stored.validUntil());
    }

    /** What an earlier version stored has one moment for all. */
    private static List<Blocking> dated(List<Blocking> stored, Instant since) {
        return stored.stream()
                .map(block -> block.since() == null
                        ? new Blocking(block.reason(), block.count(), block.earlier(), since)
                        : block)
                .toList();
    }

    TrackedChangeRow newRow(TrackedChange change) {
        TrackedChangeRow row = new TrackedChangeRow();
        var subject = change.subject();
        row.changeId = subject.changeId().value();
        row.bizId = subject.bizId().value();
        row.kind = subject.kind();
        row.operatorKind = subject.operatorKind();
        row.regime = subject.regime();
        row.requestedAt = change.requestedAt();
        copy(change, row);
        return row;
    }

    void copy(TrackedChange change, TrackedChangeRow row) {
        row.state = change.state();
        row.divergent = change.divergent();
        row.registeredAt = change.registeredAt();
        row.effectiveOn = change.effectiveOn();
        Clearance clearance = change.clearance();
        row.clearance = clearance == null ? null : json.write(clearance);
        UnmetConditions conditions = change.conditions();
        row.conditions = conditions == null ? null : json.write(conditions);
        row.duties
                .keySet()
                .retainAll(change.duties().stream()
                        .map(duty -> duty.agency().name())
                        .toList());
        for (Duty duty : change.duties()) {
            DutyPart part = row.duties.computeIfAbsent(duty.agency().name(), agency -> new DutyPart());
            part.state = duty.state();
            part.since = duty.since();
            part.dueOn = duty.dueOn();
            part.blocks = json.write(duty.blocks());
            part.reason = duty.reason();
        }
    }

    TimelineRow timelineRow(String changeId, int seq, TimelineEntry entry) {
        TimelineRow row = new TimelineRow();
        row.changeId = changeId;
        row.seq = seq;
        row.at = entry.at();
        row.agency = entry.agency();
        row.what = entry.what();
        row.detail = entry.detail();
        return row;
    }
}
