package io.hutong.tax.clearance;

import io.hutong.events.Block;
import io.hutong.events.BlockingItem;
import io.hutong.identity.ChangeId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why something waits at tax: classes and counts, which may leave it, and the single items, which may not (Tax
 * Collection Law art. 8).
 */
public record Hold(List<Block> blocks, BlockingItem.@Nullable Items items, String ruleSet) {
    private static final String OFFICER = "BLK_OFFICER.";
    private static final List<String> OUTSIDE_GATE = List.of(OFFICER, "BLK_CERTIFICATE.", "BLK_BASE_MISSING");
    /** The officer's own revocation of a certificate. */
    static final String REVOCATION = "REVOCATION";

    public Hold {
        blocks = List.copyOf(blocks);
    }

    /** A hold by items and unknown facts, counted per class. */
    public static Hold of(BlockingItem.Items items, String ruleSet) {
        Map<Block.Class, Integer> counts = new EnumMap<>(Block.Class.class);
        items.items().forEach(item -> counts.merge(item.reason(), 1, Integer::sum));
        if (!items.unknown().isEmpty()) {
            counts.merge(Block.Class.PENDING_DATA, items.unknown().size(), Integer::sum);
        }
        List<Block> blocks = new ArrayList<>();
        counts.forEach((reason, count) -> blocks.add(new Block(reason, count)));
        return new Hold(blocks, items, ruleSet);
    }

    /** It waits for so many changes, the first of which is named where it is known. */
    public static Hold behind(int count, @Nullable ChangeId first, String ruleSet) {
        return new Hold(List.of(new Block(Block.Class.BEHIND_EARLIER, count, first)), null, ruleSet);
    }

    public static Hold by(BlockingItem item, String ruleSet) {
        return of(new BlockingItem.Items(List.of(item), List.of()), ruleSet);
    }

    /** A hold that only an officer ends: what acted on the line left it to him. */
    public static Hold leftToOfficer(String actor, String ruleSet) {
        return by(new BlockingItem(OFFICER + actor, Block.Class.TAX_INTERNAL, "TAX_OFFICER"), ruleSet);
    }

    public boolean leftToOfficer() {
        return items != null
                && items.items().stream().anyMatch(item -> item.code().startsWith(OFFICER));
    }

    public boolean leftToOfficerBy(String actor) {
        return items != null
                && items.items().stream().anyMatch(item -> item.code().equals(OFFICER + actor));
    }

    /** Whether something holds of which the gate knows nothing: an officer, a certificate, an earlier change. */
    public boolean outsideGate() {
        return items == null
                || items.items().stream().anyMatch(item -> OUTSIDE_GATE.stream().anyMatch(item.code()::startsWith));
    }

    /** The change that it waits for. */
    public @Nullable ChangeId behind() {
        return blocks.stream()
                .map(Block::earlier)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Whether others have to be told again: only classes, counts and the earlier change are known to them. */
    public boolean saysTheSameAs(@Nullable Hold other) {
        return other != null && blocks.equals(other.blocks);
    }
}
