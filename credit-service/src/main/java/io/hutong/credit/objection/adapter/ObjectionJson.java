package io.hutong.credit.objection.adapter;

import io.hutong.credit.objection.Objection;
import io.hutong.events.FilingChannel;
import io.hutong.identity.AbnormalEntryId;
import io.hutong.identity.BizId;
import io.hutong.identity.ObjectionId;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An objection; {@code dueOn} is the last day for the next step of the authority. */
@Schema(name = "Objection")
record ObjectionJson(
        ObjectionId objectionId,
        BizId bizId,
        AbnormalEntryId entryId,
        FilingChannel channel,
        String statement,
        LocalDate filedOn,
        Objection.State state,
        LocalDate stateSince,
        @Nullable LocalDate dueOn,
        boolean overdue,
        @Nullable String answer) {

    static ObjectionJson of(Objection objection, LocalDate today) {
        return new ObjectionJson(
                objection.id(),
                objection.bizId(),
                objection.entryId(),
                objection.filing().channel(),
                objection.filing().statement(),
                objection.filing().on(),
                objection.state(),
                objection.last().on(),
                objection.dueOn(),
                objection.overdue(today),
                objection.last().answer());
    }

    /** What is written stays out of logs. */
    @Override
    public String toString() {
        return "ObjectionJson[" + objectionId + "]";
    }
}
