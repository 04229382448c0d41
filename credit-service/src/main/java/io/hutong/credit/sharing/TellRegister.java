package io.hutong.credit.sharing;

import io.hutong.credit.business.FollowRegister.Followed;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.sharing.FeedEntry.Kind;
import io.hutong.credit.sharing.TellChanges.Change;
import io.hutong.credit.sharing.TellChanges.Word;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells the institutions that follow a business what the register changed of it, as far as it is public. Runs in the transaction
 * of the inbox, in which the stream is locked.
 */
@ApplicationScoped
public class TellRegister {
    private static final String BETWEEN = "；";

    private final TellChanges changes;

    TellRegister(TellChanges changes) {
        this.changes = changes;
    }

    public void handle(Followed followed) {
        KnownBusiness before = followed.before();
        KnownBusiness after = followed.after();
        List<Change> found = new ArrayList<>();
        Map<String, String> facts = facts(before, after);
        if (!facts.isEmpty()) {
            found.add(
                    new Change(after.bizId(), List.copyOf(facts.keySet()), new Word(Kind.FACTS_CHANGED, null, facts)));
        }
        List<String> filledIn = new ArrayList<>(before.licence().unknown());
        filledIn.removeAll(after.licence().unknown());
        if (!filledIn.isEmpty()) {
            found.add(new Change(after.bizId(), filledIn, null));
        }
        if (before.status() != after.status()) {
            found.add(new Change(
                    after.bizId(),
                    List.of("status"),
                    new Word(
                            Kind.STATUS_CHANGED,
                            null,
                            Map.of("status", after.status().name()))));
        }
        if (followed.counted()) {
            found.add(new Change(after.bizId(), List.of("changes"), null));
        }
        if (!found.isEmpty()) {
            changes.tell(found);
        }
    }

    /** What stands on the licence, where it is another than before; what was unknown before has not changed. */
    private static Map<String, String> facts(KnownBusiness before, KnownBusiness after) {
        Map<String, String> facts = new LinkedHashMap<>();
        compare(facts, "name", before.name(), after.name());
        compare(
                facts,
                "operatorName",
                before.licence().operatorName(),
                after.licence().operatorName());
        compare(
                facts,
                "scope",
                String.join(BETWEEN, before.licence().scope()),
                String.join(BETWEEN, after.licence().scope()));
        compare(
                facts,
                "premises",
                String.join(BETWEEN, before.licence().premises()),
                String.join(BETWEEN, after.licence().premises()));
        facts.keySet().removeAll(before.licence().unknown());
        return facts;
    }

    private static void compare(
            Map<String, String> facts, String field, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            facts.put(field, after == null ? "" : after);
        }
    }
}
