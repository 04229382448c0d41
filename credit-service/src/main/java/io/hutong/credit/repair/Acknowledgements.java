package io.hutong.credit.repair;

import java.util.List;
import java.util.UUID;

/** Which systems were told that a fact ended, and which of them have answered. */
public interface Acknowledgements {
    List<Acknowledgement> of(UUID subjectId);
}
