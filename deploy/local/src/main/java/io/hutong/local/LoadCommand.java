package io.hutong.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.hutong.local.client.Answer;
import io.hutong.local.client.FileDigest;
import io.hutong.local.client.Patience;
import io.hutong.local.client.Polling;
import io.hutong.local.client.ServiceClient;
import io.hutong.local.client.Tokens;
import io.hutong.local.parts.Installation;
import io.hutong.local.parts.PortName;
import io.hutong.local.parts.SimulatedTime;
import io.hutong.local.parts.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "load",
        description = {
            "导入登记簿、税务事实或存量名录（CSV）；可重复运行，已导入的不重复",
            "load a register, tax facts or existing entries of the credit lists (CSV); may be repeated, nothing counts twice"
        },
        mixinStandardHelpOptions = true)
final class LoadCommand implements Callable<Integer> {
    private static final Duration LIMIT = Duration.ofHours(2);
    private static final Patience RESTARTS = new Patience(Duration.ofMinutes(3), Duration.ofSeconds(1));
    private static final Set<String> ENDED = Set.of("FINISHED", "FAILED");

    @Parameters(paramLabel = "FILE", description = "CSV")
    private Path file = Path.of("");

    @Option(names = "--facts", description = "税务事实文件 · a file of tax facts")
    private boolean facts;

    @Option(names = "--credit", description = "存量名录文件（系统上线前的列入决定） · a file of entries decided before the system")
    private boolean credit;

    @Option(
            names = "--expect",
            paramLabel = "FILE",
            description = {
                "应被拒绝的行（line,code；sample --broken 写出）；完全相符才算成功",
                "the lines that must be refused (line,code; written by sample --broken): success if exactly these are"
            })
    private @Nullable Path expected;

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new UserMistake("没有这个文件 · no such file: " + file);
        }
        long began = System.nanoTime();
        Installation installation = Installation.current();
        SimulatedTime.of(installation, Clock.systemUTC()).ifPresent(time -> System.out.println("  " + time.notice()));
        ServiceClient service = service(installation);
        String key = FileDigest.sha256(file);
        Answer accepted = RESTARTS.first(() -> service.upload(path(), file, key));
        JsonNode result = Polling.until(
                "import",
                LIMIT,
                Duration.ofMillis(500),
                () -> told(RESTARTS.next(() -> service.get(accepted.location()))),
                view -> ENDED.contains(state(view)));
        System.out.println();
        List<String> refused = new ErrorList(service, accepted.location() + "/errors", RESTARTS).print(System.out);
        System.out.println("  " + Progress.seconds(System.nanoTime() - began).trim());
        return state(result).equals("FINISHED") && asExpected(refused) ? 0 : 1;
    }

    private boolean asExpected(List<String> refused) throws IOException {
        if (expected == null) {
            return refused.isEmpty();
        }
        List<String> lines = Files.readAllLines(expected).stream().skip(1).toList();
        if (lines.equals(refused)) {
            System.out.println("  正是应拒绝的 " + refused.size() + " 行 · exactly the lines that must be refused");
            return true;
        }
        System.out.println("  与应拒绝的行不符 · not the lines that must be refused");
        printOnly("应拒绝而未拒绝 · must be refused, and was not", lines, refused);
        printOnly("不应拒绝而被拒绝 · was refused, and must not be", refused, lines);
        return false;
    }

    private static void printOnly(String what, List<String> of, List<String> others) {
        Set<String> seen = Set.copyOf(others);
        of.stream().filter(line -> !seen.contains(line)).forEach(line -> System.out.println("  " + what + ": " + line));
    }

    private String path() {
        if (facts && credit) {
            throw new UserMistake("--facts 与 --credit 只能用一个 · either --facts or --credit");
        }
        return facts ? "/facts-imports" : credit ? "/existing-entries-imports" : "/imports";
    }

    private ServiceClient service(Installation installation) {
        Tokens tokens = Tokens.of(installation);
        if (credit) {
            return new ServiceClient(installation.ports().url(PortName.CREDIT), () -> tokens.of("credit"));
        }
        return facts
                ? new ServiceClient(installation.ports().url(PortName.TAX), () -> tokens.of("tax"))
                : new ServiceClient(installation.ports().url(PortName.REGISTRATION), () -> tokens.of("amr"));
    }

    /** Shows the counts of the moment on one line. */
    private static Answer told(Answer answer) {
        StringBuilder line = new StringBuilder("  ").append(state(answer.body()));
        appendCounts(line, answer.body());
        appendCounts(line, answer.body().path("hints"));
        System.out.print((System.console() == null ? "" : "\r\033[K") + line + (System.console() == null ? "\n" : ""));
        System.out.flush();
        return answer;
    }

    private static void appendCounts(StringBuilder line, JsonNode counts) {
        counts.properties().forEach(field -> {
            if (field.getValue().isNumber()) {
                line.append("  ").append(field.getKey()).append(' ').append(field.getValue());
            }
        });
    }

    private static String state(JsonNode view) {
        return view.path("state").asText().toUpperCase(Locale.ROOT);
    }
}
