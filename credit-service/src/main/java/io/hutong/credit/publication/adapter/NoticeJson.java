package io.hutong.credit.publication.adapter;

import io.hutong.credit.publication.FactKind;
import io.hutong.credit.publication.Publication;
import io.hutong.identity.BizId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An order as the platforms get it: show this, or show it no longer. Of two about the same notice the higher version counts. */
record NoticeJson(
        UUID noticeId,
        int version,
        boolean show,
        FactKind kind,
        BizId bizId,
        Map<String, String> content,
        LocalDate from,
        @Nullable LocalDate to) {

    static NoticeJson of(Publication order) {
        return new NoticeJson(
                order.fact().subjectId(),
                order.version(),
                order.shown(),
                order.fact().kind(),
                order.fact().bizId(),
                order.shown() ? order.fact().content() : Map.of(),
                order.fact().from(),
                order.fact().to());
    }

    /** Some of them together. */
    record Batch(List<NoticeJson> notices) {
        static Batch of(List<Publication> orders) {
            return new Batch(orders.stream().map(NoticeJson::of).toList());
        }

        /** The same for the same orders, whenever they are sent. */
        UUID key() {
            String orders = notices.stream()
                    .map(notice -> notice.noticeId() + "/" + notice.version())
                    .collect(Collectors.joining(" "));
            return UUID.nameUUIDFromBytes(orders.getBytes(StandardCharsets.UTF_8));
        }
    }
}
