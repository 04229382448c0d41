package io.hutong.time;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The time by which legal days begin and end: that of Beijing. Instants are stored in UTC. */
public final class LegalTime {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private LegalTime() {}

    /** The legal day on which the clock stands, whatever the clock's own zone. */
    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
