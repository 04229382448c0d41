package io.hutong.tax.clearance;

import io.hutong.identity.ChangeId;
import java.util.List;

/** The change that something waits for, and who must act before it can move on. */
public record Earlier(ChangeId changeId, List<String> whoActs) {
    public Earlier {
        whoActs = List.copyOf(whoActs);
    }
}
