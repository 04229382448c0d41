package io.hutong.local.parts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command of a Java process in little memory. */
final class JavaCommand {
    private final List<String> words = new ArrayList<>();

    private JavaCommand(int heapMegabytes) {
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.add("-Xmx" + heapMegabytes + "m");
        words.add("-Xss512k");
        words.add("-XX:+UseSerialGC");
        // The first compiler only: a third of the processor time of a start, and 40 MB less.
        words.add("-XX:TieredStopAtLevel=1");
        words.add("-XX:+ExitOnOutOfMemoryError");
        words.add("-XX:-UsePerfData");
        words.add("-Dfile.encoding=UTF-8");
        words.add("-Djava.net.preferIPv4Stack=true");
    }

    static JavaCommand withHeap(int megabytes) {
        return new JavaCommand(megabytes);
    }

    JavaCommand option(String option) {
        words.add(option);
        return this;
    }

    JavaCommand set(String property, Object value) {
        words.add("-D" + property + "=" + value);
        return this;
    }

    /** A main class of the launcher's libraries. */
    List<String> main(Installation installation, Class<?> main, Object... arguments) {
        set("java.util.logging.config.file", installation.loggingSettings());
        Path launcher = installation.launcher();
        words.add("-cp");
        words.add(launcher.resolve("hutong-local.jar") + ":" + launcher.resolve("lib") + "/*");
        words.add(main.getName());
        for (Object argument : arguments) {
            words.add(argument.toString());
        }
        return List.copyOf(words);
    }

    List<String> jar(Path jar) {
        words.add("-jar");
        words.add(jar.toString());
        return List.copyOf(words);
    }
}
