package io.hutong.tax.receipt;

import io.hutong.events.Block;
import io.hutong.events.TaxEvent;
import io.hutong.events.TaxEvent.Answer;
import io.hutong.events.TaxEvent.ChangeCompleted;
import io.hutong.events.TaxEvent.ChangeHeld;
import io.hutong.events.TaxEvent.ChangeRefused;
import io.hutong.events.TaxEvent.ClearanceHeld;
import io.hutong.events.TaxEvent.ClearanceIssued;
import io.hutong.events.TaxEvent.StatusChanged;
import io.hutong.identity.BizId;
import java.util.List;
import java.util.stream.Collectors;

/** What tax decided, as one line for the log: ids and codes, never a person's data nor a note. */
final class Outcome {
    private Outcome() {}

    static String of(BizId bizId, TaxEvent event) {
        String change = event instanceof Answer answer ? " changeId=" + answer.changeId() : "";
        return "bizId=" + bizId + change + " " + event.getClass().getSimpleName() + detail(event);
    }

    private static String detail(TaxEvent event) {
        if (event instanceof ChangeCompleted done) {
            return " " + done.mode();
        }
        if (event instanceof ChangeHeld held) {
            return classes(held.blocks());
        }
        if (event instanceof ClearanceHeld held) {
            return classes(held.blocks());
        }
        if (event instanceof ChangeRefused refused) {
            return " " + refused.reason();
        }
        if (event instanceof ClearanceIssued issued) {
            return " " + issued.purpose() + " " + issued.basis();
        }
        return event instanceof StatusChanged changed ? " " + changed.status() : "";
    }

    private static String classes(List<Block> blocks) {
        return blocks.stream()
                .map(block -> block.reason() + "=" + block.count())
                .collect(Collectors.joining(" ", " ", ""));
    }
}
