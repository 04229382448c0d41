package io.hutong.registration.duty;

import io.hutong.events.Block;
import io.hutong.identity.ChangeId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One class of reasons for which a change waits, how many items are in it, and since when it blocks without a gap;
 * {@code earlier} is what it waits for.
 */
public record Blocking(
        Block.Class reason, int count, @Nullable ChangeId earlier, Instant since) {

    /** What is stated now: a class that blocked before keeps its moment. */
    static List<Blocking> restated(List<Blocking> before, List<Block> now, Instant at) {
        return now.stream()
                .map(block -> new Blocking(
                        block.reason(),
                        block.count(),
                        block.earlier(),
                        before.stream()
                                .filter(known -> known.reason() == block.reason())
                                .map(Blocking::since)
                                .findFirst()
                                .orElse(at)))
                .toList();
    }

    /** What of these is gone. */
    static List<Block> cleared(List<Blocking> before, List<Block> now) {
        return before.stream()
                .map(known -> new Block(known.reason(), known.count() - count(known.reason(), now)))
                .filter(gone -> gone.count() > 0)
                .toList();
    }

    /** Whether anything stands in the way that did not before. */
    static boolean added(List<Blocking> before, List<Block> now) {
        List<Block> known = before.stream().map(Blocking::block).toList();
        return now.stream().anyMatch(block -> block.count() > count(block.reason(), known));
    }

    /** In one line of a timeline. */
    static String told(List<Block> blocks) {
        return blocks.stream()
                .map(block -> block.reason() + " " + block.count())
                .collect(Collectors.joining(", "));
    }

    private Block block() {
        return new Block(reason, count);
    }

    private static int count(Block.Class reason, List<Block> blocks) {
        return blocks.stream()
                .filter(block -> block.reason() == reason)
                .mapToInt(Block::count)
                .sum();
    }
}
