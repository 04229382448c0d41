package io.hutong.local;

import io.hutong.local.parts.Installation;
import java.nio.file.Path;

/** This launcher's commands as they can be pasted into a shell, wherever that stands. */
final class Pasteable {
    private Pasteable() {}

    static String command(Installation installation, String arguments) {
        String launcher = quoted(installation.root().resolve("hutong")) + " " + arguments;
        Path usual = installation.root().resolve(".hutong");
        return installation.home().equals(usual)
                ? launcher
                : "HUTONG_HOME=" + quoted(installation.home()) + " " + launcher;
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "'\\''") + "'";
    }
}
