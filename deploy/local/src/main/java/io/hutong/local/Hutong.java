package io.hutong.local;

import io.hutong.local.client.Refusal;
import io.hutong.local.parts.UserMistake;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line. Without a command it explains itself. */
@Command(
        name = "hutong",
        description = {
            "互通：在市场监管改一次，每个该知道的部门都知道，并且能证明。",
            "Change it once at market supervision; every agency that must know, knows — and can prove it."
        },
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        version = "hutong 0.1.0-SNAPSHOT",
        footer = {"", "先试 · start with:  ./hutong up", "数据在 · data in:     .hutong/ ($HUTONG_HOME)"},
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            DemoCommand.class,
            TokenCommand.class,
            ClockCommand.class,
            LoadCommand.class,
            SampleCommand.class,
            CheckCommand.class,
            BenchCommand.class,
            TestCommand.class
        })
final class Hutong implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    public static void main(String... arguments) {
        quietLibraries();
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Hutong());
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setUsageHelpAutoWidth(true);
        line.setExecutionExceptionHandler(Hutong::explain);
        return line;
    }

    /** A mistake of the user, or a service's refusal, is told in its own words; anything else is ours and shows where it happened. */
    private static int explain(Exception failure, CommandLine line, CommandLine.ParseResult parsed) throws Exception {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UserMistake || cause instanceof Refusal) {
                line.getErr().println(cause.getMessage());
                return 1;
            }
        }
        throw failure;
    }

    private static void quietLibraries() {
        try (InputStream settings = Hutong.class.getResourceAsStream("/launcher-logging.properties")) {
            LogManager.getLogManager().readConfiguration(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
