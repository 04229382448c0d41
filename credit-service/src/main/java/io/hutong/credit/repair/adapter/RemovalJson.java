package io.hutong.credit.repair.adapter;

import io.hutong.credit.abnormallist.AbnormalEntry.Removal;
import io.hutong.credit.repair.ReadRemovals.Reach;
import io.hutong.events.AbnormalGround;
import io.hutong.events.CreditEvent.AbnormalRemoved.Mode;
import io.hutong.identity.AbnormalEntryId;
import io.hutong.identity.BizId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A removed entry and who knows of it. {@code finished} when nobody is waited for any more; {@code finishedAt} the last
 * acknowledgement, absent where nobody was told.
 */
@Schema(name = "AbnormalRemoval")
record RemovalJson(
        AbnormalEntryId entryId,
        BizId bizId,
        AbnormalGround ground,
        Mode mode,
        String decisionNo,
        LocalDate removedOn,
        List<RepairJson.SystemJson> systems,
        boolean finished,
        @Nullable Instant finishedAt) {

    static RemovalJson of(Reach reach) {
        Removal removal = Objects.requireNonNull(reach.entry().removal());
        return new RemovalJson(
                reach.entry().id(),
                reach.entry().bizId(),
                reach.entry().cause().ground(),
                removal.mode(),
                removal.decision().number(),
                removal.decision().on(),
                reach.systems().stream()
                        .map(told -> RepairJson.SystemJson.of(told, reach.now()))
                        .toList(),
                reach.finished(),
                reach.finishedAt().orElse(null));
    }
}
