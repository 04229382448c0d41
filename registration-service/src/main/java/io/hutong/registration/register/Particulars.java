package io.hutong.registration.register;

import io.hutong.events.EntityType;
import io.hutong.events.Industry;
import io.hutong.events.Registrar;
import io.hutong.identity.UnifiedSocialCreditCode;
import java.time.LocalDate;

/** What continues whoever runs the business: code and establishment date above all (Order 103 art. 17). */
public record Particulars(
        UnifiedSocialCreditCode uscc,
        EntityType entityType,
        LocalDate establishedOn,
        Industry industry,
        boolean onlineOnly,
        Registrar registrar) {}
