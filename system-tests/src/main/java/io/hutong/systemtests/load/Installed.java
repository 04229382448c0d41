package io.hutong.systemtests.load;

import io.hutong.local.client.Tokens;
import io.hutong.local.parts.BrokerClients;
import io.hutong.local.parts.Installation;
import io.hutong.local.parts.PidFile;
import io.hutong.local.parts.PortName;
import io.hutong.local.parts.Secrets;
import io.hutong.local.parts.SimulatedTime;
import io.hutong.systemtests.ledger.LedgerCheck;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The running installation that a run loads or attacks: the one of {@code HUTONG_HOME}. */
public final class Installed {
    /** Everything that a kill may hit. */
    public static final List<String> PROCESSES = List.of(
            "registration-service", "tax-sync-service", "exchange-service", "credit-service", "broker", "database");

    /** Longer than any fault that a run makes. */
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final Installation installation = Installation.current();
    private final Secrets secrets = Secrets.read(installation);
    private final Duration patience;

    public Installed() {
        this(PATIENCE);
    }

    /** With clients that give up after that time without a definite answer. */
    public Installed(Duration patience) {
        this.patience = patience;
    }

    public Api register() {
        return api(PortName.REGISTRATION, "amr");
    }

    public Api tax() {
        return api(PortName.TAX, "tax");
    }

    /** The exchange, in the name of one of the agencies that {@code up} registers. */
    public Api exchange(String client) {
        return api(PortName.EXCHANGE, client);
    }

    /** The credit service, in the name of an officer of it or of the page where businesses file. */
    public Api credit(String client) {
        return api(PortName.CREDIT, client);
    }

    private Api api(PortName service, String client) {
        // asked anew each time: the cache of one Tokens would give an expired token for ever
        return new Api(URI.create(installation.ports().url(service)), () -> token(client), patience);
    }

    /** A fresh token of one of the clients that {@code up} makes. */
    public String token(String client) {
        try {
            return Tokens.of(installation).of(client);
        } catch (RuntimeException e) {
            throw new Api.IssuerAway(e);
        }
    }

    /** The time of the installation: the simulated one where it has one. */
    public Clock clock() {
        return SimulatedTime.of(installation, Clock.systemUTC())
                .map(SimulatedTime::clock)
                .orElse(Clock.systemUTC());
    }

    /** Of an installation that was made with one. */
    public SimulatedTime simulatedTime() {
        return SimulatedTime.of(installation, Clock.systemUTC())
                .orElseThrow(() -> new IllegalStateException("this installation lives in the real time"));
    }

    public Optional<PidFile> process(String name) {
        return PidFile.read(installation.run().resolve(name + ".pid")).filter(PidFile::alive);
    }

    public LedgerCheck.Places places() {
        return new LedgerCheck.Places(
                database("registration"), database("tax"), BrokerClients.reader(installation, secrets));
    }

    public String exchangeUrl() {
        return database("exchange");
    }

    public String registerUrl() {
        return database("registration");
    }

    public String creditUrl() {
        return database("credit");
    }

    /** Where agencies put files of events. */
    public Path dropFolder() {
        return installation.drop();
    }

    /** URL of the database server as its administrator, without a database. */
    public String administratorUrl() {
        return "jdbc:mysql://127.0.0.1:" + installation.ports().of(PortName.DATABASE) + "/?user=root&password="
                + secrets.value("database.root") + "&useSSL=false&allowPublicKeyRetrieval=true";
    }

    private String database(String name) {
        return "jdbc:mysql://127.0.0.1:" + installation.ports().of(PortName.DATABASE) + "/" + name + "?user=" + name
                + "&password=" + secrets.value("database." + name)
                + "&useSSL=false&allowPublicKeyRetrieval=true";
    }
}
