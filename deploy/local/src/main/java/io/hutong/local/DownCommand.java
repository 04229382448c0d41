package io.hutong.local;

import io.hutong.local.parts.Installation;
import io.hutong.local.parts.PartProcesses;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "down", description = "停止全部，保留数据 · stop everything, keep the data", mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        PartProcesses processes = new PartProcesses(Installation.current(), Clock.systemUTC());
        if (StopSequence.run(processes, Progress.onConsole()) == 0) {
            System.out.println("  没有在运行的 · nothing was running");
        }
        return 0;
    }
}
