package io.hutong.local;

import io.hutong.local.parts.Installation;
import io.hutong.local.parts.PartProcesses;
import io.hutong.local.parts.UserMistake;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "bench",
        description = {
            "测量：每秒受理数、登记到税务的时间，与同次运行的数据库下限并列（约三分钟）",
            "measure accepted changes/s and the time from register to tax beside the database's floor (about 3 minutes)"
        },
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    @Option(names = "--json", paramLabel = "FILE", description = "结果另存为 JSON · also write the figures as JSON")
    private @Nullable Path json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Installation here = Installation.current();
        requireUp(new PartProcesses(here, Clock.systemUTC()));
        Path module = here.root().resolve("benchmarks");
        int built = run(List.of(
                TestCommand.maven(),
                "-q",
                "-B",
                "-f",
                here.root().toString(),
                "-Pbench",
                "-pl",
                "benchmarks",
                "-am",
                "package",
                "-Dmaven.test.skip=true",
                "-Dspotless.check.skip=true",
                "-Dcheckstyle.skip=true"));
        if (built != 0) {
            return built;
        }
        List<String> bench = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                module.resolve("target/classes") + ":" + module.resolve("target/lib") + "/*",
                "-Dhutong.root=" + here.root(),
                "-Dhutong.home=" + here.home(),
                "io.hutong.benchmarks.Bench"));
        if (json != null) {
            bench.add(json.toAbsolutePath().toString());
        }
        return run(bench);
    }

    /** Said before the build of the benchmarks, which takes longer than anybody likes to wait for this. */
    private static void requireUp(PartProcesses processes) {
        List<String> away = StopSequence.ORDER.stream()
                .filter(part -> processes.running(part).isEmpty())
                .toList();
        if (!away.isEmpty()) {
            throw new UserMistake("没有在运行，请先 ./hutong up · not running, first ./hutong up: " + String.join(", ", away));
        }
    }

    private static int run(List<String> command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
