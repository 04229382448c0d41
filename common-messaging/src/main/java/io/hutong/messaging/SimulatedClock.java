package io.hutong.messaging;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The time of a {@link ClockFile}, which it looks at again every 100 ms. What cannot be read, or would turn time back, is logged
 * and changes nothing.
 */
final class SimulatedClock extends Clock {
    private static final Logger LOG = Logger.getLogger(SimulatedClock.class);
    private static final long LOOK_AGAIN = Duration.ofMillis(100).toNanos();

    private final ClockFile file;
    private final Clock real;
    private volatile Duration ahead;
    private volatile long lookedAt = System.nanoTime();
    private String trouble = "";

    SimulatedClock(ClockFile file, Clock real) throws IOException {
        this.file = file;
        this.real = real;
        this.ahead = file.read();
    }

    /** The clock that a process may have: simulated with the profile {@code sim} and a file, real with neither. */
    static Clock chosen(Optional<Path> file, boolean simulated) {
        if (simulated != file.isPresent()) {
            throw new IllegalStateException(
                    simulated
                            ? "sim 模式须以 hutong.clock.file 指明模拟时钟文件。"
                                    + " The profile sim needs hutong.clock.file, the file of the simulated clock."
                            : "hutong.clock.file 只能在 sim 模式下使用：真实业务不得使用模拟时间。"
                                    + " hutong.clock.file is for the profile sim only: nothing real runs in a simulated time.");
        }
        if (file.isEmpty()) {
            return Clock.systemUTC();
        }
        try {
            return new SimulatedClock(new ClockFile(file.get()), Clock.systemUTC());
        } catch (IOException e) {
            throw new IllegalStateException(
                    "模拟时钟文件无法读取：" + file.get() + " The file of the simulated clock cannot be read.", e);
        }
    }

    @Override
    public Instant instant() {
        if (System.nanoTime() - lookedAt > LOOK_AGAIN) {
            look();
        }
        return real.instant().plus(ahead);
    }

    private synchronized void look() {
        if (System.nanoTime() - lookedAt <= LOOK_AGAIN) {
            return; // somebody else just looked
        }
        try {
            Duration now = file.read();
            if (now.compareTo(ahead) < 0) {
                tell("模拟时间不得倒退 · simulated time does not go back: " + now + " < " + ahead);
            } else {
                ahead = now;
                trouble = "";
            }
        } catch (IOException e) {
            tell("模拟时钟文件无法读取 · the file of the simulated clock cannot be read: " + e);
        }
        lookedAt = System.nanoTime();
    }

    /** Once for as long as it lasts. */
    private void tell(String what) {
        if (!what.equals(trouble)) {
            LOG.error(what);
            trouble = what;
        }
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        if (zone.equals(ZoneOffset.UTC)) {
            return this;
        }
        throw new UnsupportedOperationException("instants only");
    }
}
