package io.hutong.events;

import java.util.List;

/** One open item of the tax gate, with who can clear it. Tax secret: in an event only inside {@link Sealed}. */
public record BlockingItem(String code, Block.Class reason, String clearedBy) {

    /** All open items of one hold; {@code unknown} names the facts that tax has not got yet. */
    public record Items(List<BlockingItem> items, List<String> unknown) {
        public Items {
            items = List.copyOf(items);
            unknown = List.copyOf(unknown);
        }
    }
}
