package io.hutong.local;

import io.hutong.local.demo.DemoAgencies;
import io.hutong.local.demo.DemoText;
import io.hutong.local.demo.Demonstration;
import io.hutong.local.demo.LateReportStory;
import io.hutong.local.demo.PermitStory;
import io.hutong.local.demo.Story;
import io.hutong.local.parts.Installation;
import io.hutong.local.parts.PartProcesses;
import io.hutong.local.parts.PortName;
import io.hutong.local.parts.SimulatedTime;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        description = "启动全部并演示 · start everything, then demonstrate",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class UpCommand implements Callable<Integer> {
    @Option(names = "--foreground", description = "留在前台，Ctrl-C 停止 · stay, Ctrl-C stops everything")
    private boolean foreground;

    @Option(names = "--no-demo", description = "不演示 · without the demonstration")
    private boolean noDemo;

    @Option(
            names = "--sim",
            paramLabel = "TIME",
            description = {
                "模拟时间，自此时（北京时间）起；此后的 up 沿用，不演示",
                "simulated time from then (Beijing) on; later ups go on in it; without the demonstration"
            })
    private @Nullable LocalDateTime simulated;

    @Mixin
    private PortOptions ports = new PortOptions();

    @Override
    public Integer call() throws InterruptedException {
        Clock clock = Clock.systemUTC();
        // the script that built became this process: its own start would count the build
        Instant began =
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
        Installation installation = Installation.configured(ports.chosen());
        boolean first = installation.fresh();
        PartProcesses processes = new PartProcesses(installation, clock);
        Progress progress = Progress.onConsole();
        StartSequence start = new StartSequence(installation, processes, progress);
        start.checkPorts();
        if (simulated != null) {
            SimulatedTime.set(installation, simulated, clock);
        }
        Optional<SimulatedTime> time = SimulatedTime.of(installation, clock);
        time.ifPresent(it -> System.out.println("  " + it.notice()));
        start.run();
        progress.step(
                "部门 · agencies at the exchange",
                () -> DemoAgencies.of(installation).register());
        printReady(Duration.between(began, clock.instant()), first);
        time.ifPresent(it -> System.out.println("  " + it.notice()));
        // its stories are dated by the real day
        if (!noDemo && time.isEmpty()) {
            demonstrate(installation, progress);
        }
        printAddresses(installation);
        if (foreground) {
            stay(processes);
        }
        return 0;
    }

    private static void printReady(Duration took, boolean first) {
        int goal = first ? 90 : 40;
        System.out.printf(
                Locale.ROOT,
                "%n  就绪 · ready in %.1f s（目标 · goal ≤ %d s%s）%n",
                took.toMillis() / 1000.0,
                goal,
                first ? "，首次启动 · first start" : "");
    }

    private static void demonstrate(Installation installation, Progress progress) {
        Demonstration demonstration = Demonstration.of(installation);
        List<Story> stories = progress.step("演示 · demonstration", demonstration::run);
        PermitStory permit = progress.step("送入 · an event sent in", demonstration::permit);
        LateReportStory late = progress.step("补报 · a late report", demonstration::lateReport);
        System.out.println();
        stories.forEach(story -> System.out.println(DemoText.of(story)));
        System.out.println(permit.text());
        System.out.println(late.text());
        Story held = stories.get(1);
        System.out.println("  再看一次 · look again:\n    curl -s -H \"Authorization: Bearer $("
                + Pasteable.command(installation, "token amr") + ")\" "
                + installation.ports().url(PortName.REGISTRATION) + "/operator-changes/" + held.changeId());
    }

    private static void printAddresses(Installation installation) {
        System.out.println();
        for (PortName name :
                List.of(PortName.REGISTRATION, PortName.TAX, PortName.EXCHANGE, PortName.CREDIT, PortName.ISSUER)) {
            System.out.println("  " + installation.ports().url(name) + "   " + name.purpose());
        }
        System.out.println("  127.0.0.1:" + installation.ports().of(PortName.KAFKA) + "          "
                + PortName.KAFKA.purpose() + "（帐号 · accounts: " + installation.secrets() + "/kafka-reader.*）");
        System.out.println("  OpenAPI: " + installation.ports().url(PortName.REGISTRATION) + "/q/openapi  "
                + installation.ports().url(PortName.TAX) + "/q/openapi  "
                + installation.ports().url(PortName.EXCHANGE) + "/q/openapi  "
                + installation.ports().url(PortName.CREDIT) + "/q/openapi");
        System.out.println("\n  状态 · ./hutong status    令牌 · ./hutong token amr    停止 · ./hutong down");
    }

    private static void stay(PartProcesses processes) throws InterruptedException {
        System.out.println("\n  Ctrl-C 停止 · stops everything");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> StopSequence.run(processes, Progress.onConsole())));
        new CountDownLatch(1).await();
    }
}
