package io.hutong.credit.repair.adapter;

import io.hutong.credit.publication.Publication;
import io.hutong.credit.publication.ReadPublications;
import io.hutong.credit.repair.Acknowledgement;
import io.hutong.credit.repair.Acknowledgements;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The public platforms that were ordered to show a fact, or to show it no longer. */
@ApplicationScoped
class PlatformAcknowledgements implements Acknowledgements {
    private final ReadPublications publications;

    PlatformAcknowledgements(ReadPublications publications) {
        this.publications = publications;
    }

    @Override
    public List<Acknowledgement> of(UUID subjectId) {
        return publications.of(subjectId).stream()
                .map(PlatformAcknowledgements::acknowledgement)
                .toList();
    }

    private static Acknowledgement acknowledgement(Publication publication) {
        Publication.Receipt receipt = publication.receipt();
        return new Acknowledgement(
                publication.platform(),
                publication.since(),
                receipt != null && publication.acknowledged() ? receipt.at() : null);
    }
}
