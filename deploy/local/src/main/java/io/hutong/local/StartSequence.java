package io.hutong.local;

import io.hutong.embedded.MariaDbBinaries;
import io.hutong.local.parts.Applications;
import io.hutong.local.parts.Installation;
import io.hutong.local.parts.Part;
import io.hutong.local.parts.PartProcesses;
import io.hutong.local.parts.Parts;
import io.hutong.local.parts.PidFile;
import io.hutong.local.parts.PortConflicts;
import io.hutong.local.parts.PortName;
import io.hutong.local.parts.Secrets;
import io.hutong.local.parts.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Brings everything up: adopts what runs, restarts what is outdated, starts what is missing. */
final class StartSequence {
    private static final List<String> SERVICES =
            List.of("registration-service", "tax-sync-service", "exchange-service", "credit-service");

    private final Installation installation;
    private final PartProcesses processes;
    private final Progress progress;

    StartSequence(Installation installation, PartProcesses processes, Progress progress) {
        this.installation = installation;
        this.processes = processes;
        this.progress = progress;
    }

    /** Before a first start writes anything: where nothing of ours runs, every port must be free. */
    void checkPorts() {
        if (installation.fresh()
                && StopSequence.ORDER.stream()
                        .allMatch(part -> processes.running(part).isEmpty())) {
            PortConflicts.refuse(installation.ports(), List.of(PortName.values()));
        }
    }

    void run() {
        // First of all: it would restart what we stop.
        processes.stop(Parts.SUPERVISOR);
        installation.prepare();
        Secrets secrets = Secrets.prepare(installation);
        CompletableFuture<Void> keys =
                CompletableFuture.runAsync(() -> progress.step("密钥 · keys of the services", secrets::createKeys));
        Set<Path> used = new HashSet<>(Set.of(installation.launcher()));
        Applications applications = new Applications(installation);
        SERVICES.forEach(service -> used.add(applications.install(service)));
        Parts parts = new Parts(installation, secrets);
        List<Part> services = parts.services();
        progress.step("数据库文件 · database files", MariaDbBinaries::inUserCache);
        List<Part> servers = parts.servers();
        List<Part> missing = settle(servers, services);
        start(servers, missing);
        progress.step("主题与权限 · topics and rights", () -> Topics.create(installation, secrets));
        keys.join();
        start(services, missing);
        Part supervisor = parts.supervisor();
        progress.step(supervisor.title(), () -> processes.awaitReady(supervisor, processes.start(supervisor)));
        applications.forgetOthers(used);
    }

    /** Adopts what runs as wanted, stops what runs otherwise; refuses if somebody else holds a port of the rest. */
    private List<Part> settle(List<Part> servers, List<Part> services) {
        List<Part> all = new ArrayList<>(servers);
        all.addAll(services);
        List<Part> missing = new ArrayList<>();
        for (Part part : all) {
            Optional<PidFile> running = processes.running(part.name());
            if (running.filter(process -> process.version().equals(part.version()))
                    .isPresent()) {
                progress.skipped(
                        part.title(), "已在运行 · running, pid " + running.get().pid());
            } else {
                processes.stop(part.name());
                missing.add(part);
            }
        }
        Set<PortName> ports = new java.util.TreeSet<>();
        missing.forEach(part -> ports.addAll(part.ports()));
        PortConflicts.refuse(installation.ports(), ports);
        return missing;
    }

    private void start(List<Part> parts, List<Part> missing) {
        CompletableFuture<?>[] starts = parts.stream()
                .filter(missing::contains)
                .map(part -> CompletableFuture.runAsync(() -> start(part)))
                .toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(starts).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void start(Part part) {
        progress.step(part.title(), () -> processes.awaitReady(part, processes.start(part)));
    }
}
