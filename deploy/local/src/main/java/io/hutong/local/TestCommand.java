package io.hutong.local;

import io.hutong.local.parts.Installation;
import io.hutong.local.parts.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "test", description = "运行全部测试 · run the suite (JDK and Maven only)", mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {
    @Option(
            names = "--interop",
            description = "只运行需要外部工具的检查，并安装它们 · only the checks that need foreign tools, which it installs")
    private boolean interop;

    @Parameters(paramLabel = "MAVEN-ARG", description = "交给 Maven 的参数 · passed to Maven, after --", arity = "0..*")
    private List<String> mavenArguments = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path root = Installation.current().root();
        return interop ? interop(root) : suite(root);
    }

    private int suite(Path root) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(maven(), "-B", "verify"));
        command.addAll(mavenArguments);
        return run(root, command);
    }

    private static int interop(Path root) throws IOException, InterruptedException {
        Path checks = root.resolve("system-tests/interop/run");
        if (!Files.isExecutable(checks)) {
            throw new UserMistake("缺少 · missing: " + checks);
        }
        return run(root, List.of(checks.toString()));
    }

    static String maven() {
        return System.getenv().getOrDefault("HUTONG_MVN", "mvn");
    }

    private static int run(Path folder, List<String> command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .inheritIO()
                .start()
                .waitFor();
    }
}
