package io.hutong.registration.register.adapter;

import io.hutong.events.AbnormalGround;
import io.hutong.events.ChangeKind;
import io.hutong.identity.AbnormalEntryId;
import io.hutong.identity.ChangeId;
import io.hutong.registration.register.Business;
import io.hutong.registration.register.RegisterEntry;
import io.hutong.registration.register.RegisterHistory;
import io.hutong.registration.register.SeparateRegister;
import io.hutong.registration.register.StatePatch;
import io.hutong.registration.register.TenureSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that was ever registered about a business, in the order of its legal effect. */
record HistoryJson(List<EntryJson> items, List<TenureSpan> tenures, List<SeparateTermJson> separateRegister) {

    /** One registered change. */
    record EntryJson(
            ChangeId changeId,
            long version,
            ChangeKind kind,
            LocalDate effectiveOn,
            Instant recordedAt,
            String recordedBy,
            List<FieldJson> fields,
            @Nullable ChangeId annulledBy,
            @Nullable Instant annulledAt) {}

    /** One fact before and after. */
    record FieldJson(
            String field, @Nullable Object before, @Nullable Object after) {}

    /** One time in the separate register; open without {@code restoredOn}. */
    record SeparateTermJson(
            LocalDate since,
            AbnormalEntryId entryId,
            @Nullable AbnormalGround ground,
            Instant recordedAt,
            @Nullable LocalDate restoredOn,
            @Nullable Instant restoredAt) {
        static SeparateTermJson of(SeparateRegister.Term term) {
            var end = term.end();
            return new SeparateTermJson(
                    term.since(),
                    term.entryId(),
                    term.ground(),
                    term.recordedAt(),
                    end == null ? null : end.restoredOn(),
                    end == null ? null : end.recordedAt());
        }
    }

    static HistoryJson of(Business business, RegisterHistory history) {
        return new HistoryJson(
                history.entries().stream().map(HistoryJson::entry).toList(),
                history.tenures(business.id()),
                business.separate().terms().stream().map(SeparateTermJson::of).toList());
    }

    private static EntryJson entry(RegisterEntry entry) {
        var annulled = entry.annulled();
        return new EntryJson(
                entry.changeId(),
                entry.version(),
                entry.kind(),
                entry.effectiveOn(),
                entry.recordedAt(),
                entry.recordedBy(),
                fields(entry.before(), entry.after()),
                annulled == null ? null : annulled.by(),
                annulled == null ? null : annulled.recordedAt());
    }

    private static List<FieldJson> fields(StatePatch before, StatePatch after) {
        List<FieldJson> fields = new ArrayList<>();
        add(fields, "status", before.status(), after.status());
        if (after.unnamed()) {
            fields.add(new FieldJson("name", before.name(), null));
        } else {
            add(fields, "name", before.name(), after.name());
        }
        add(fields, "scope", before.scope(), after.scope());
        add(fields, "premises", before.premises(), after.premises());
        add(fields, "operator", before.operator(), after.operator());
        add(fields, "suspension", before.suspension(), after.suspension());
        return fields;
    }

    private static void add(List<FieldJson> fields, String name, @Nullable Object before, @Nullable Object after) {
        if (before != null || after != null) {
            fields.add(new FieldJson(name, before, after));
        }
    }
}
