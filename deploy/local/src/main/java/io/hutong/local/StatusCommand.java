package io.hutong.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hutong.local.client.Measurements;
import io.hutong.local.parts.Installation;
import io.hutong.local.parts.PartProcesses;
import io.hutong.local.parts.PortName;
import io.hutong.local.parts.SimulatedTime;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "status",
        description = "各部分状态；全部运行时返回 0 · how each part is doing; 0 if all run",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    private static final Map<String, PortName> MANAGEMENT = Map.of(
            "registration-service", PortName.REGISTRATION_MANAGEMENT,
            "tax-sync-service", PortName.TAX_MANAGEMENT,
            "exchange-service", PortName.EXCHANGE_MANAGEMENT,
            "credit-service", PortName.CREDIT_MANAGEMENT);

    @Option(names = "--json", description = "JSON 输出 · as JSON")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Clock clock = Clock.systemUTC();
        Installation installation = Installation.current();
        List<PartStatus> parts = parts(installation, new PartProcesses(installation, clock));
        Optional<SimulatedTime> time = SimulatedTime.of(installation, clock);
        if (json) {
            printJson(parts, time);
        } else {
            print(parts, clock.instant());
            time.ifPresent(it -> System.out.println("    模拟时间 · simulated time: " + it.text()));
        }
        return parts.stream().allMatch(PartStatus::up) ? 0 : 1;
    }

    private static List<PartStatus> parts(Installation installation, PartProcesses processes) {
        List<String> names = new ArrayList<>(StopSequence.ORDER);
        Collections.reverse(names);
        return names.stream()
                .map(name -> PartStatus.of(name, processes.known(name), measured(installation, name)))
                .toList();
    }

    private static Measurements measured(Installation installation, String part) {
        PortName management = MANAGEMENT.get(part);
        return management == null
                ? new Measurements("")
                : Measurements.of(installation.ports().url(management));
    }

    private static void print(List<PartStatus> parts, Instant now) {
        System.out.println("    部分 · part              pid  运行 · up   内存·RSS  启动CPU  总CPU      lag pending parked");
        parts.forEach(part -> System.out.println(part.line(now)));
    }

    private static void printJson(List<PartStatus> parts, Optional<SimulatedTime> time) throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode document = mapper.createObjectNode().put("up", parts.stream().allMatch(PartStatus::up));
        time.ifPresent(it -> document.put("simulatedTime", it.now().toString()));
        parts.forEach(part -> document.withArray("parts").add(part.toJson(mapper)));
        System.out.println(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(document));
    }
}
