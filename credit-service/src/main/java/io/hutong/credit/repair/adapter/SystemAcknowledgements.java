package io.hutong.credit.repair.adapter;

import io.hutong.credit.publication.Publication;
import io.hutong.credit.publication.ReadPublications;
import io.hutong.credit.repair.Acknowledgement;
import io.hutong.credit.repair.Acknowledgement.Kind;
import io.hutong.credit.repair.Acknowledgements;
import io.hutong.credit.sharing.ReadFeed;
import io.hutong.credit.sharing.ReadFeed.ToldOfEnd;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The public platforms that were ordered to show a fact no longer, and the banks that were told that it ended. */
@ApplicationScoped
class SystemAcknowledgements implements Acknowledgements {
    private final ReadPublications publications;
    private final ReadFeed feeds;

    SystemAcknowledgements(ReadPublications publications, ReadFeed feeds) {
        this.publications = publications;
        this.feeds = feeds;
    }

    @Override
    public List<Acknowledgement> of(UUID subjectId) {
        return Stream.concat(
                        publications.of(subjectId).stream().map(this::platform),
                        feeds.toldOfEnd(subjectId).stream().map(SystemAcknowledgements::bank))
                .toList();
    }

    /** One that acknowledged to show it shows it until it acknowledges the end, whether it is connected now or not. */
    private Acknowledgement platform(Publication publication) {
        Publication.Receipt receipt = publication.receipt();
        return new Acknowledgement(
                publication.platform(),
                Kind.PLATFORM,
                receipt != null || publications.isConnected(publication.platform()),
                publication.since(),
                receipt != null && publication.acknowledged() ? receipt.at() : null);
    }

    private static Acknowledgement bank(ToldOfEnd told) {
        return new Acknowledgement(
                told.organisation().value(), Kind.BANK, told.awaited(), told.at(), told.acknowledgedAt());
    }
}
