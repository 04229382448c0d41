package io.hutong.local.parts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

/** Names every port that somebody else holds: which, what we need it for, who has it, how to choose another. */
public final class PortConflicts {
    private PortConflicts() {}

    /** Throws with one message for all conflicts, so that nobody repairs them one start at a time. */
    public static void refuse(Ports ports, Collection<PortName> wanted) {
        List<String> found = new ArrayList<>();
        for (PortName name : wanted) {
            if (PortHolder.taken(ports.of(name))) {
                found.add(message(ports, name));
            }
        }
        if (!found.isEmpty()) {
            throw new UserMistake(String.join("\n", found));
        }
    }

    private static String message(Ports ports, PortName name) {
        int port = ports.of(name);
        OptionalLong holder = PortHolder.pid(port);
        String who = holder.isPresent()
                ? "进程 " + holder.getAsLong() + " · process " + holder.getAsLong() + " ("
                        + shortened(ProcessFacts.commandLine(holder.getAsLong())) + ")"
                : "看不到是哪个进程 · by a process we cannot see";
        return "端口 " + port + " 已被占用 · port " + port + " is taken: " + who + "\n    用途 · needed for: " + name.purpose()
                + "\n    换一个 · choose another: ./hutong up " + name.option() + " N  |  " + name.variable()
                + "=N  |  .hutong/hutong.properties: " + name.key() + "=N";
    }

    private static String shortened(String command) {
        return command.length() <= 60 ? command : command.substring(0, 57) + "...";
    }
}
