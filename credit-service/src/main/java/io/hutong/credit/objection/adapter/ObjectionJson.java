package io.hutong.credit.objection.adapter;

import io.hutong.credit.filing.PlatformCase;
import io.hutong.credit.objection.Objection;
import io.hutong.credit.objection.ReadObjections;
import io.hutong.events.FilingChannel;
import io.hutong.events.RepairTarget;
import io.hutong.identity.AbnormalEntryId;
import io.hutong.identity.BizId;
import io.hutong.identity.ObjectionId;
import io.hutong.identity.RepairTargetId;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An objection; {@code dueOn} is the last day for the next step of the authority. {@code formerOperator}: another operator than the
 * present one filed it. {@code caseNo} is the number of the platform that pushed it, {@code version} counts what it said since.
 */
@Schema(name = "Objection")
record ObjectionJson(
        ObjectionId objectionId,
        BizId bizId,
        RepairTarget target,
        RepairTargetId targetId,

        @Schema(
                implementation = String.class,
                deprecated = true,
                description = "The targetId of an entry in the abnormal list")
        @Nullable
        AbnormalEntryId entryId,

        FilingChannel channel,
        String statement,
        LocalDate filedOn,
        Objection.State state,
        LocalDate stateSince,
        @Nullable LocalDate dueOn,
        boolean overdue,
        @Nullable String answer,
        boolean formerOperator,
        @Nullable String caseNo,
        @Nullable LocalDate receivedOn,
        @Nullable Integer version,
        boolean pushedLate) {

    static ObjectionJson of(Objection objection, ReadObjections read) {
        PlatformCase pushed = objection.filing().pushed();
        return new ObjectionJson(
                objection.id(),
                objection.bizId(),
                objection.subject().target(),
                objection.subject().id(),
                SubjectJson.entryId(objection.subject()),
                objection.filing().channel(),
                objection.filing().said(),
                objection.filing().on(),
                objection.state(),
                objection.last().on(),
                objection.dueOn(),
                objection.overdue(read.today()),
                objection.last().answer(),
                objection.formerOperator(),
                pushed == null ? null : pushed.number(),
                pushed == null ? null : pushed.receivedOn(),
                pushed == null ? null : pushed.version(),
                read.pushedLate(objection));
    }

    /** What is written stays out of logs. */
    @Override
    public String toString() {
        return "ObjectionJson[" + objectionId + "]";
    }
}
