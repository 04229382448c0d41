package io.hutong.registration.duty;

import io.hutong.events.Block;
import java.util.List;
import java.util.stream.Collectors;

/** How blocks are told in one line of a timeline. */
final class Progress {
    private Progress() {}

    static String told(List<Block> blocks) {
        return blocks.stream()
                .map(block -> block.reason() + " " + block.count())
                .collect(Collectors.joining(", "));
    }

    static int items(List<Block> blocks) {
        return blocks.stream().mapToInt(Block::count).sum();
    }
}
