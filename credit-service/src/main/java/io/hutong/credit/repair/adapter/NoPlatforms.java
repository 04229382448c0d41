package io.hutong.credit.repair.adapter;

import io.hutong.credit.repair.Acknowledgement;
import io.hutong.credit.repair.Acknowledgements;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Where no public system is connected, nobody has to acknowledge. */
@ApplicationScoped
class NoPlatforms implements Acknowledgements {
    @Override
    public List<Acknowledgement> of(UUID subjectId) {
        return List.of();
    }
}
