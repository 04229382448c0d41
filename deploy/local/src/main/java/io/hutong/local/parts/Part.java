package io.hutong.local.parts;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** One process of the installation: how it starts and how to see that it is ready. */
public record Part(
        String name,
        String title,
        Set<PortName> ports,
        Path directory,
        List<String> command,
        Map<String, String> environment,
        BooleanSupplier ready) {

    public Part {
        ports = Set.copyOf(ports);
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** Differs whenever the program or its settings differ, so that a running older one is restarted. */
    public String version() {
        return "%08x%08x".formatted(command.hashCode(), environment.hashCode());
    }

    /** Without the environment, which holds passwords. */
    @Override
    public String toString() {
        return name;
    }
}
