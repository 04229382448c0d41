package io.hutong.credit.shown.adapter;

import io.hutong.credit.shown.PublishedFacts;
import io.hutong.identity.BizId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where no public system is connected, nothing is shown anywhere. */
@ApplicationScoped
class NowhereShown implements PublishedFacts {
    @Override
    public void show(
            UUID subjectId,
            String kind,
            BizId bizId,
            Map<String, String> content,
            LocalDate from,
            @Nullable LocalDate to) {}

    @Override
    public void end(UUID subjectId, LocalDate on) {}
}
