package io.hutong.local.parts;

import io.hutong.messaging.ClockFile;
import io.hutong.time.LegalTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The simulated time of an installation that was made with one: shared by its services, kept with its data, moved forward only. */
public final class SimulatedTime {
    private final ClockFile file;
    private final Clock real;

    private SimulatedTime(ClockFile file, Clock real) {
        this.file = file;
        this.real = real;
    }

    public static Optional<SimulatedTime> of(Installation installation, Clock real) {
        return Optional.of(installation.clock())
                .filter(Files::exists)
                .map(path -> new SimulatedTime(new ClockFile(path), real));
    }

    /** Begins a simulated time where nothing is stored yet, or moves the one that is there. */
    public static void set(Installation installation, LocalDateTime to, Clock real) {
        var time = new SimulatedTime(new ClockFile(installation.clock()), real);
        if (!Files.exists(installation.clock()) && !installation.fresh()) {
            throw new UserMistake(installation.home() + " 的数据按真实时间记录，不能改用模拟时间；请以 HUTONG_HOME 另建一处。"
                    + " Its data are dated by the real time: take another HUTONG_HOME for a simulated one.");
        }
        time.advance(to);
    }

    /** Moves it to that time of Beijing; time goes on from there. */
    public void advance(LocalDateTime to) {
        Instant wanted = to.atZone(LegalTime.ZONE).toInstant();
        try {
            Files.createDirectories(file.path().toAbsolutePath().getParent());
            if (Files.exists(file.path()) && wanted.isBefore(now())) {
                throw new UserMistake("模拟时间不能倒退，现在是 · simulated time does not go back, it is " + text());
            }
            file.write(Duration.between(real.instant(), wanted));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Instant now() {
        try {
            return real.instant().plus(file.read());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same as a clock, for whoever plays a part in that time. */
    public Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException("instants only");
            }
        };
    }

    /** For whoever starts such an installation, or gives it data. */
    public String notice() {
        return "注意：这里是模拟时间，数据不得用于真实业务 · simulated time, for nothing real: " + text();
    }

    /** As people in Beijing read it. */
    public String text() {
        return LocalDateTime.ofInstant(now(), LegalTime.ZONE)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString()
                .replace('T', ' ');
    }
}
