package io.hutong.systemtests.agencies;

import io.hutong.systemtests.agencies.endpoint.Inbox;
import io.hutong.systemtests.agencies.endpoint.Member;
import io.hutong.systemtests.agencies.endpoint.PartyServer;
import io.hutong.systemtests.agencies.events.Answering;
import io.hutong.systemtests.agencies.events.EventsByFile;
import io.hutong.systemtests.agencies.events.EventsOverHttp;
import io.hutong.systemtests.agencies.events.Speaker;
import io.hutong.systemtests.agencies.party.Actor;
import io.hutong.systemtests.agencies.party.Deed;
import io.hutong.systemtests.agencies.party.Medium;
import io.hutong.systemtests.agencies.party.Parties;
import io.hutong.systemtests.agencies.party.Party;
import io.hutong.systemtests.load.Api;
import io.hutong.systemtests.load.Installed;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Every foreign party of {@code parties.yaml} against one running installation: those that are asked look for questions and
 * answer, all take what is posted to them, and each can be told to misbehave while it runs.
 */
public final class Simulator implements AutoCloseable {
    private static final int STANDARD_PORT = 18110;

    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Map<String, Speaker> speakers = new LinkedHashMap<>();
    private final ScheduledExecutorService looking = Executors.newScheduledThreadPool(4);
    private final PartyServer server;

    private Simulator(Installed target, int port, Duration every) throws IOException {
        Clock clock = target.clock();
        for (Party party : Parties.all()) {
            Actor actor = new Actor(party, clock);
            members.put(party.code(), new Member(actor, new Inbox()));
            String client = party.client();
            if (client != null && !party.says().isEmpty()) {
                Api exchange = target.exchange(client);
                Speaker speaker = new Speaker(
                        actor,
                        Map.of(
                                Medium.HTTP, new EventsOverHttp(exchange),
                                Medium.FILE, new EventsByFile(party, target.dropFolder())),
                        clock);
                speakers.put(party.code(), speaker);
                look(new Answering(speaker, exchange, clock), every);
            }
        }
        server = PartyServer.start(port, new ArrayList<>(members.values()), this::state, target::token);
    }

    /** Plays the parties against the installation of {@code HUTONG_HOME}; {@code every} is how often they look for questions. */
    public static Simulator start(Installed target, int port, Duration every) throws IOException {
        return new Simulator(target, port, every);
    }

    /** Argument: the port of the control endpoint. */
    public static void main(String... arguments) throws IOException {
        int port = arguments.length == 0 ? STANDARD_PORT : Integer.parseInt(arguments[0]);
        Simulator simulator = start(new Installed(), port, Duration.ofSeconds(1));
        System.out.println(simulator.url() + "/parties");
        simulator
                .members
                .values()
                .forEach(member ->
                        System.out.println("  " + member.actor().party().code() + "  "
                                + member.actor().party().name()));
    }

    private void look(Answering answering, Duration every) {
        looking.scheduleWithFixedDelay(
                () -> {
                    try {
                        answering.look();
                    } catch (InterruptedException closing) {
                        Thread.currentThread().interrupt();
                    } catch (RuntimeException | LinkageError trouble) {
                        // told, and tried again at the next look
                        System.err.println(trouble);
                    }
                },
                0,
                every.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    public URI url() {
        return server.url();
    }

    public Actor actor(String code) {
        return member(code).actor();
    }

    public Inbox inbox(String code) {
        return member(code).inbox();
    }

    /** Has a party state something about a business, as its conduct has it. */
    public Deed state(String code, String type, String subject) throws InterruptedException {
        Speaker speaker = speakers.get(code);
        if (speaker == null) {
            throw new IllegalArgumentException(code + " states nothing");
        }
        return speaker.state(type, subject);
    }

    private Member member(String code) {
        Member member = members.get(code);
        if (member == null) {
            throw new IllegalArgumentException("no party " + code);
        }
        return member;
    }

    @Override
    public void close() {
        looking.shutdownNow();
        server.close();
    }
}
