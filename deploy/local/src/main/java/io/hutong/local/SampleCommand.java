package io.hutong.local;

import io.hutong.local.sample.SampleFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "sample",
        description = {
            "写出一份逼真的登记簿和税务事实（真实区划，虚构的人）",
            "write a realistic register and its tax facts (real places, invented people)"
        },
        mixinStandardHelpOptions = true)
final class SampleCommand implements Callable<Integer> {
    @Option(
            names = "--businesses",
            description = "数量 · how many (1–99999); default ${DEFAULT-VALUE}",
            defaultValue = "1000")
    private int businesses;

    @Option(names = "--seed", description = "同一种子，同样的文件 · the same seed gives the same files", defaultValue = "7")
    private long seed;

    @Option(
            names = "--broken",
            description = {
                "其中有多少行是错的；应被拒绝的行及原因写入 broken.csv",
                "how many lines are broken; broken.csv says which must be refused and why"
            },
            defaultValue = "0")
    private int broken;

    @Option(names = "--to", description = "文件夹 · folder; default ${DEFAULT-VALUE}", defaultValue = "sample")
    private Path folder = Path.of("sample");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        between("--businesses", businesses, 1, SampleFiles.MOST);
        between("--broken", broken, 0, businesses / 2);
        SampleFiles.Written written = SampleFiles.write(folder, businesses, seed, broken);
        System.out.printf("  %s: %,d%n", written.businesses(), written.count());
        System.out.printf(
                "  %s: %,d（%,d 户有未办结事项 · businesses with open items）%n",
                written.facts(), written.factLines(), written.held());
        String expect = broken == 0 ? "" : " --expect " + written.broken();
        System.out.println(
                "  ./hutong load " + written.businesses() + expect + "\n  ./hutong load --facts " + written.facts());
        return 0;
    }

    private void between(String option, int value, int least, int most) {
        if (value < least || value > most) {
            String range = least + "–" + most;
            throw new ParameterException(
                    spec.commandLine(), option + " " + value + "：应为 " + range + " · must be " + range);
        }
    }
}
