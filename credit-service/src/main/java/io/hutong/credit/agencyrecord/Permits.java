package io.hutong.credit.agencyrecord;

import io.hutong.identity.BizId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The permits that departments stated about businesses. */
public interface Permits {
    Optional<Permit> find(BizId bizId, Permit.Key key);

    /** All of a business, by type and number. */
    List<Permit> of(BizId bizId);

    /** Stores the permit as it is now, and on which day it will stand otherwise; the business's stream must be locked. */
    void put(BizId bizId, Permit permit, @Nullable LocalDate changesOn);

    /** Which permit of which business. */
    record Id(BizId bizId, Permit.Key key) {}

    /** Those that stand otherwise by today and about which that was not said, by business, type and number, behind that one. */
    List<Id> turned(LocalDate today, @Nullable Id after, int limit);

    /** The day kept with it, where it has come by today. */
    Optional<LocalDate> turnedOn(Id id, LocalDate today);
}
