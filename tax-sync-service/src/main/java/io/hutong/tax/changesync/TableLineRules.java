package io.hutong.tax.changesync;

import io.hutong.events.ChangeKind;
import io.hutong.tax.clearance.ChangeLineTable;
import io.hutong.time.LegalTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** The table in force today. */
@ApplicationScoped
class TableLineRules implements LineRules {
    private final ChangeLineTable table;
    private final Clock clock;

    TableLineRules(ChangeLineTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public boolean waitsBehind(ChangeKind later, ChangeKind earlier) {
        return table.waitsBehind(later, earlier, LegalTime.today(clock));
    }

    @Override
    public ChangeLineTable.Act actOf(ActOnLine.Actor.What what) {
        return table.actOf(what.name(), LegalTime.today(clock)).orElse(ChangeLineTable.Act.OFFICER);
    }

    @Override
    public String version() {
        return table.version(LegalTime.today(clock));
    }
}
