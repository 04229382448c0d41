package io.hutong.credit.repair;

import io.hutong.credit.abnormallist.AbnormalEntries;
import io.hutong.credit.abnormallist.AbnormalEntry;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.credit.publication.Platforms;
import io.hutong.credit.publication.PublicationRules;
import io.hutong.credit.repair.Removals.Awaited;
import io.hutong.credit.sharing.ReadFeed;
import io.hutong.identity.AbnormalEntryId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Shows how far the removal of an entry has come: which platforms and following banks know of it, however it was removed, by a late
 * report too (Private Economy Promotion Law art. 54).
 */
@ApplicationScoped
public class ReadRemovals {
    /** A removed entry, and every system that was told of its end, by now. */
    public record Reach(AbnormalEntry entry, List<Acknowledgement> systems, Instant now) {
        public Reach {
            systems = List.copyOf(systems);
        }

        /** Whether nobody has to acknowledge it any more. */
        public boolean finished() {
            return systems.stream().noneMatch(Acknowledgement::awaited);
        }

        /** When the last one acknowledged; empty until it is finished, and where nobody was told. */
        public Optional<Instant> finishedAt() {
            return finished()
                    ? systems.stream()
                            .flatMap(system -> Optional.ofNullable(system.acknowledgedAt()).stream())
                            .max(Comparator.naturalOrder())
                    : Optional.empty();
        }
    }

    private final AbnormalEntries entries;
    private final Removals removals;
    private final Acknowledgements acknowledgements;
    private final PublicationRules rules;
    private final Platforms platforms;
    private final ReadFeed feeds;
    private final CreditTime time;

    ReadRemovals(
            AbnormalEntries entries,
            Removals removals,
            Acknowledgements acknowledgements,
            PublicationRules rules,
            Platforms platforms,
            ReadFeed feeds,
            CreditTime time) {
        this.entries = entries;
        this.removals = removals;
        this.acknowledgements = acknowledgements;
        this.rules = rules;
        this.platforms = platforms;
        this.feeds = feeds;
        this.time = time;
    }

    @Transactional
    public Reach one(AbnormalEntryId id) {
        return entries.find(id).filter(entry -> !entry.open()).map(this::reach).orElseThrow(CreditProblems::notFound);
    }

    /** Those where somebody is waited for, behind that one, the first listed first. */
    @Transactional
    public List<Reach> unacknowledged(@Nullable AbnormalEntryId after, int limit) {
        return removals.unacknowledged(awaited(), after, limit).stream()
                .map(entries::find)
                .flatMap(Optional::stream)
                .map(this::reach)
                .toList();
    }

    private Awaited awaited() {
        return new Awaited(
                rules.platforms(time.today()), List.copyOf(platforms.connected().keySet()), feeds.connected());
    }

    private Reach reach(AbnormalEntry entry) {
        return new Reach(entry, acknowledgements.of(entry.id().uuid()), time.now());
    }
}
