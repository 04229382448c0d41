package io.hutong.local;

import io.hutong.local.parts.Installation;
import io.hutong.local.parts.SimulatedTime;
import io.hutong.local.parts.UserMistake;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "clock",
        description = "查看或向前拨动模拟时间 · show the simulated time, or move it forward",
        mixinStandardHelpOptions = true)
final class ClockCommand implements Callable<Integer> {
    @Option(
            names = "--to",
            paramLabel = "TIME",
            description = "拨到（北京时间） · to this time of Beijing, as 2026-01-01T09:00")
    private @Nullable LocalDateTime to;

    @Override
    public Integer call() {
        Optional<SimulatedTime> time = SimulatedTime.of(Installation.current(), Clock.systemUTC());
        if (time.isEmpty() && to != null) {
            throw new UserMistake("这里使用真实时间，不能拨动；模拟时间须在首次启动时设定：./hutong up --sim TIME。"
                    + " This installation lives in the real time; a simulated one begins with ./hutong up --sim TIME.");
        }
        if (time.isPresent() && to != null) {
            time.get().advance(to);
        }
        System.out.println(time.map(it -> it.text() + "  模拟 · simulated").orElse("真实时间 · real time"));
        return 0;
    }
}
